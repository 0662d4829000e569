// swift-tools-version: 6.3

import PackageDescription

let package = Package(
  name: "logagg-rooms",
  dependencies: [.package(name: "logagg", path: "../..")],
  targets: [
    .target(name: "CCeiling", linkerSettings: [.linkedLibrary("z")]),
    .executableTarget(
      name: "rooms",
      dependencies: ["CCeiling", .product(name: "LogAggregate", package: "logagg")],
      swiftSettings: [
        .swiftLanguageMode(.v6), .treatAllWarnings(as: .error),
        .enableExperimentalFeature("Lifetimes"), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ]),
  ]
)
