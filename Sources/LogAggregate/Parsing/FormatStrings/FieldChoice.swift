/// Chooses, among the directives of a format, the one that each field is read from.
enum FieldChoice {
  /// The pieces with every directive passed over that another tells better, and text joined.
  static func choose(_ pieces: [FormatPiece]) -> [FormatPiece] {
    var pieces = joinRequests(joinTargets(pieces))
    let kinds = pieces.compactMap { piece -> FieldKind? in
      if case .field(let kind, _) = piece { kind } else { nil }
    }
    let hasRequest = kinds.contains(.request)
    let hasTarget = kinds.contains(.target)
    let client = [FieldKind.address, .portedClient, .client, .proxiedClient, .forwarded].first(
      where: kinds.contains)
    let bytes = [FieldKind.bodyBytes, .sentBytes].first(where: kinds.contains)
    let hasWholeTime = kinds.contains {
      if case .time(let form) = $0 { form.isWhole } else { false }
    }
    var seen: [FieldKind] = []
    for index in pieces.indices {
      guard case .field(let kind, let directive) = pieces[index] else { continue }
      var isTaken = false
      switch kind {
      case .client, .portedClient, .proxiedClient, .address: isTaken = kind == client
      case .forwarded:
        if client != .forwarded {
          pieces[index] = .field(.skipList, directive: directive)
          continue
        }
        isTaken = true
      case .bodyBytes, .sentBytes: isTaken = kind == bytes
      case .method, .target, .path, .query:
        isTaken = !hasRequest && (kind == .method || !hasTarget || kind == .target)
      case .time(let form): isTaken = form.isWhole || !hasWholeTime
      case .queryMark, .httpProtocol, .skip: break
      case .skipList: continue
      case .user, .request, .status, .referrer, .agent, .host, .dottedHost, .forwardedList:
        isTaken = true
      }
      // The first of two whole times, of two hosts.
      let mark: FieldKind = isWholeTime(kind) ? .time(.any) : kind
      if !isTaken || seen.contains(mark) {
        pieces[index] = .field(.skip, directive: directive)
      } else {
        seen.append(mark)
      }
    }
    return pieces
  }

  private static func isWholeTime(_ kind: FieldKind) -> Bool {
    if case .time(let form) = kind { form.isWhole } else { false }
  }

  /// - Throws: where the time or the request is missing.
  static func check(_ pieces: [FormatPiece]) throws(FormatStringError) {
    var hasDate = false
    var hasClock = false
    var hasRequest = false
    for case .field(let kind, _) in pieces {
      switch kind {
      case .time(let form):
        hasDate = hasDate || form.hasDate
        hasClock = hasClock || form.hasClock
      case .request, .target, .path: hasRequest = true
      default: break
      }
    }
    guard hasDate, hasClock else {
      throw FormatStringError(
        problem: hasDate || hasClock
          ? "the format has only a part of the time; add the \(hasDate ? "time of day" : "date")"
          : "the format has no time; add $time_local or $time_iso8601 (nginx), %t (Apache), or "
            + "%d and %t, or %x (GoAccess)")
    }
    guard hasRequest else {
      throw FormatStringError(
        problem: "the format has no request; add $request or $request_uri (nginx), %r or %U "
          + "(Apache, GoAccess)")
    }
  }

  /// Reads `$uri$is_args$args`, `$uri?$args` and `%U%q` as one target.
  private static func joinTargets(_ pieces: [FormatPiece]) -> [FormatPiece] {
    var joined: [FormatPiece] = []
    var rest = pieces[...]
    while let piece = rest.popFirst() {
      if case .field(let kind, let directive) = piece, kind == .path || kind == .target {
        var after = rest
        if case .field(.queryMark, _)? = after.first { after.removeFirst() }
        if after.first == .text([0x3F]) { after.removeFirst() }
        if case .field(.query, _)? = after.first {
          rest = after.dropFirst()
          joined.append(.field(.target, directive: directive))
          continue
        }
      }
      joined.append(piece)
    }
    return joined
  }

  /// Reads a quoted `%m %U%q %H` as the request line that it is.
  private static func joinRequests(_ pieces: [FormatPiece]) -> [FormatPiece] {
    var joined: [FormatPiece] = []
    var index = 0
    while index < pieces.count {
      if index + 4 < pieces.count, case .text(let before)? = joined.last, before.last == 0x22,
        case .field(.method, let directive) = pieces[index], pieces[index + 1] == .text([0x20]),
        case .field(let target, _) = pieces[index + 2], target == .target || target == .path,
        pieces[index + 3] == .text([0x20]), case .field(.httpProtocol, _) = pieces[index + 4],
        index + 5 < pieces.count, case .text(let after) = pieces[index + 5], after.first == 0x22
      {
        joined.append(.field(.request, directive: directive))
        index += 5
      } else {
        joined.append(pieces[index])
        index += 1
      }
    }
    return joined
  }
}

extension TimeForm {
  /// Whether it tells both the day and the hour.
  var isWhole: Bool { hasDate && hasClock }
}
