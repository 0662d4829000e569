internal import LogAggregate

extension ReleasedPolicy {
  /// Who the report is for, as people read it: the audience, and the advertiser where it is one's.
  var reader: String {
    advertiser.map { "\($0) (\(audience.name))" } ?? audience.name
  }
}
