/// The pages of a small publisher and bookshop.
enum SamplePages {
  /// The pages that most visitors read, most read first.
  static let front: [String] = #"""
    /news/book-fair-opens /books/the-monsoon-ledger /shop/ /blog/reading-before-bed /books/
    /courses/creative-writing /news/winter-list /magazine/ /reviews/the-salt-road
    /events/book-fair /kids/ /books/letters-from-the-delta /blog/how-we-choose-covers
    /help/delivery /shop/gift-cards /courses/ /news/translation-prize /recipes/lemon-rice
    /authors/ /reviews/a-house-of-tea /books/night-train-north /magazine/november
    /blog/paper-and-ink /kids/the-clever-parrot /courses/bookbinding /shop/notebooks
    /news/library-reopens /events/ /recipes/ /reviews/ /books/a-field-guide-to-clouds
    /help/returns /authors/leela-thomas /blog/ten-short-novels /courses/illustration /about.html
    /kids/colours-of-the-market /magazine/october /news/school-programme /shop/posters
    /books/the-quiet-harbour /recipes/ginger-tea /events/poetry-evening /authors/arun-pillai
    /blog/a-day-at-the-printers /reviews/the-last-orchard /courses/calligraphy /help/
    /books/small-gardens /kids/river-stories /news/audio-books /shop/calendars
    /recipes/coconut-curry /magazine/archive /blog/notes-on-translation /events/reading-circle
    /contact.html /authors/maya-sen /books/stone-and-river /courses/poetry /reviews/winter-light
    /shop/book-boxes /kids/moon-and-mango /help/payment /news/new-paperbacks /recipes/orange-cake
    """#.split { $0 == " " || $0 == "\n" }.map(String.init)

  private static let sections = [
    "news", "books", "blog", "reviews", "recipes", "kids", "shop", "courses", "events", "authors",
  ]

  /// The front pages, then a tail that few read.
  static func paths(_ random: inout Random) -> [String] {
    var seen = Set(front)
    var list = front
    while list.count < 380 {
      let path = "/\(sections.pick(&random))/\(Words.slug(2 + random.below(2), &random))"
      if seen.insert(path).inserted { list.append(path) }
    }
    return list
  }
}
