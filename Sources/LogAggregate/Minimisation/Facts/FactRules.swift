/// Which facts of visitors a run reads: what the plan grants and there is something to look it up in.
struct FactRules: Sendable {
  let countries: GeoDatabase?
  let providers: GeoDatabase?
  /// Whether a client's address is looked up.
  let readsAddress: Bool
  /// Whether the registrable domains of client host names are read.
  let readsClientNames: Bool
  /// Whether a request can tell a fact without being a page view.
  let readsRequests: Bool
  let screen: Site.Screen?
  let members: MemberTable?
  /// The names of providers, by number; as many as the database has.
  let providerNames: Lexicon
  /// The domains that clients are in, by number.
  let clientDomains: Lexicon

  init(_ setting: RunSetting, members: MemberTable?, hash: ContentHash) {
    countries = setting.grants(.country) ? setting.databases.countries : nil
    providers = setting.grants(.isp) ? setting.databases.providers : nil
    readsClientNames = setting.grants(.clientDomain)
    screen = setting.grants(.screen) ? setting.site.screen : nil
    self.members = members
    readsAddress = countries != nil || providers != nil
    readsRequests = screen != nil || members != nil
    providerNames = Lexicon(limit: .max, hash: hash)
    clientDomains = Lexicon(limit: MinimisationRules.originLimit, hash: hash)
  }
}
