// swift-tools-version: 6.3

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .strictMemorySafety(), .treatAllWarnings(as: .error),
  // Views that borrow a chunk (`~Escapable`): the one experimental feature.
  .enableExperimentalFeature("Lifetimes"),
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "logagg",
  products: [
    .library(name: "LogAggregate", targets: ["LogAggregate"]),
    .executable(name: "logagg", targets: ["logagg"]),
  ],
  traits: [
    .trait(
      name: "ISAL", description: "Decompress with Intel's ISA-L (libisal-dev), faster than zlib."),
    .trait(name: "ZSTD", description: "Read .zst logs with libzstd (libzstd-dev)."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["libz-dev"])]),
    .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "CShims"),
    .target(
      name: "LogAggregate",
      dependencies: [
        "CZlib", "CShims",
        .target(name: "CISAL", condition: .when(traits: ["ISAL"])),
        .target(name: "CZstd", condition: .when(traits: ["ZSTD"])),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "logagg",
      dependencies: [
        "LogAggregate", "CShims",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "LogAggregateTests", dependencies: ["LogAggregate"], exclude: ["CompileFail"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["logagg", "LogAggregate", "CShims"], exclude: ["Cases"],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
