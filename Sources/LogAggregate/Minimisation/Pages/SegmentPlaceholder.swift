/// What stands in a page template for a part of a path that could name a person or a thing of one.
enum SegmentPlaceholder: Sendable {
  case number, uuid, hexadecimal, email, user, token

  var text: StaticString {
    switch self {
    case .number: ":num"
    case .uuid: ":uuid"
    case .hexadecimal: ":hex"
    case .email: ":email"
    case .user: ":user"
    case .token: ":id"
    }
  }
}
