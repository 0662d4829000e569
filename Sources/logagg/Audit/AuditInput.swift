internal import FoundationEssentials

/// The files that an audit reads: reports by their extensions, and all reports of a folder.
enum AuditInput {
  enum Form: String, CaseIterable { case json, jsonl, csv, html }

  struct File {
    let name: String
    let form: Form
    let bytes: [UInt8]
  }

  /// Reads what is named, folders in the order of their names.
  /// - Throws: ``Failure``: 66 where a file is missing or unreadable, 64 where its extension is no report's.
  static func files(_ names: [String]) throws(Failure) -> [File] {
    var files: [File] = []
    for name in names {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) else {
        throw Failure(
          .noInput, "cannot read report \(Failure.quoted(name)): it does not exist; check the path")
      }
      if isFolder {
        files += try folder(name)
      } else {
        guard let form = form(of: name) else {
          throw Failure(
            .usage,
            "\(Failure.quoted(name)) is no report that can be audited; give .json, .csv, .html, or a ledger (.jsonl)"
          )
        }
        files.append(File(name: name, form: form, bytes: try bytes(name)))
      }
    }
    return files
  }

  private static func folder(_ path: String) throws(Failure) -> [File] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw Failure(.noInput, "cannot read folder \(Failure.quoted(path)); check its permissions")
    }
    var files: [File] = []
    for name in names {
      guard let form = form(of: name) else { continue }
      let file = path.hasSuffix("/") ? path + name : path + "/" + name
      files.append(File(name: file, form: form, bytes: try bytes(file)))
    }
    guard !files.isEmpty else {
      throw Failure(
        .noInput,
        "folder \(Failure.quoted(path)) holds no .json, .csv or .html report, and no .jsonl ledger")
    }
    return files
  }

  private static func form(of name: String) -> Form? {
    name.lastIndex(of: ".").flatMap { Form(rawValue: name[name.index(after: $0)...].lowercased()) }
  }

  private static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Failure(
        .noInput, "cannot read report \(Failure.quoted(path)); check its permissions")
    }
  }
}
