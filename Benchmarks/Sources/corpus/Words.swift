/// Everyday words that page names, search phrases and invented host names are made of.
enum Words {
  static let all: [String] = #"""
    access acorn advice almond amber anchor answer apple april apron arch arrow autumn bakery balcony bamboo
    banner barley basil basket beach bench berry bicycle birch board boat bottle bowl branch bread breeze
    brick bridge bright brook brush budget butter button cabin cactus camera candle canvas carbon cargo castle
    cedar ceiling chair chalk change cheese cherry circle city clay clever cliff climate clock cloth cloud
    clover coast coffee colour comet common compass copper coral corner cotton country craft cream cricket
    crisp curry cycle daily dairy dance data dawn delta desert design desk dinner doctor door dream drift
    early earth east easy edge elder energy engine evening exam fabric fair falcon family farm feather fern
    festival fiddle field film finance first fish flavour flint flood flour flower fluent forest fossil fresh
    friend frost fruit future galaxy garden garlic ginger glass gold grain granite grape grass green guide
    habit hammer harbour harvest hazel health hedge herb hidden hill history holiday home honey horizon house
    iron island ivory jacket jasmine journal juice july june jungle kettle kitchen kite ladder lake lamp
    lantern leaf lemon lesson letter level library light lily linen little local lotus lunch magnet mango maple
    marble march market meadow metal metro milk mill mint mirror model modern monsoon moon morning moss
    mountain music narrow nature needle nest night north novel oak oat ocean office olive onion open orange
    orbit orchard paper park parrot path peach pearl pepper piano pilot pine planet plum pocket poem pond poppy
    potato pottery prairie price public pumpkin quartz quick quiet radio rain record recipe red reed report
    review rice ridge river road robin rocket roof rope rose saddle saffron sail salt sand school science sea
    season seed shadow shell shore silk silver simple sketch slow small smart snow soap solar song south spice
    spring square star station stone story street studio summer sun swift table tailor tea team tempo theatre
    thread tiger timber today tomato touch tower town trade trail train travel tree tulip valley velvet village
    violet vision walnut water wave weather weekend west wheat wild willow wind window winter wood wool world
    year yellow zebra
    """#.split { $0 == " " || $0 == "\n" }.map(String.init)

  /// `count` words joined by hyphens, chosen by `random`.
  static func slug(_ count: Int, _ random: inout Random) -> String {
    (0..<count).map { _ in all[random.below(all.count)] }.joined(separator: "-")
  }
}
