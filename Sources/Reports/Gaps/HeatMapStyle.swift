import Domain

/// How what is known is drawn: hues that stay apart for the colour-blind, and a pattern for whatever is not plainly read.
enum HeatMapStyle {
    /// The style sheet of the picture.
    static let sheet = Markup.verbatim(
        """
        text{font:12px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;fill:#1b2733}
        .axis{fill:#5b6773;font-size:11px}
        .grid{stroke:#fff;stroke-opacity:.75;fill:none;pointer-events:none}
        .read{fill:#7fb4dc}.empty{fill:#dcebf6}.to_come{fill:url(#to_come)}
        .changed{fill:url(#changed)}.imported{fill:url(#imported)}.read_otherwise{fill:url(#read_otherwise)}
        .out_of_reach{fill:url(#out_of_reach)}.never_asked{fill:url(#never_asked)}.left{fill:url(#left)}
        .failed{fill:url(#failed)}
        """)

    /// The patterns that the sheet names.
    static let patterns = Markup.element(
        "defs", [:],
        [
            pattern("to_come", ground: "#ffffff", ink: "#b9c1c9", "M2.5 2.5h1v1h-1z", isFilled: true),
            pattern("changed", ground: "#7fb4dc", ink: "#0b3c6f", "M1.5 1.5h2v2h-2z", isFilled: true),
            pattern("imported", ground: "#7fb4dc", ink: "#ffffff", "M0 3h6"),
            pattern("read_otherwise", ground: "#f7e38b", ink: "#8a6d00", "M0 3h6"),
            pattern("out_of_reach", ground: "#c9ced3", ink: "#5b6773", "M0 6L6 0"),
            pattern("never_asked", ground: "#ffffff", ink: "#5b6773", "M0 6L6 0M0 0L6 6"),
            pattern("left", ground: "#f5b950", ink: "#7a4300", "M1.5 1.5h2v2h-2z", isFilled: true),
            pattern("failed", ground: "#c8401f", ink: "#ffffff", "M0 0L6 6"),
        ])

    private static func pattern(
        _ id: String, ground: String, ink: String, _ path: String, isFilled: Bool = false
    ) -> Markup {
        .element(
            "pattern", ["id": id, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"],
            [
                .element("rect", ["width": "6", "height": "6", "fill": ground]),
                .element(
                    "path",
                    [
                        "d": path, "stroke": isFilled ? "none" : ink, "fill": isFilled ? ink : "none",
                        "stroke-width": "1.2",
                    ]),
            ])
    }
}

extension GapsReport.Known {
    /// The class that draws it.
    var style: String { state.snakeKey }

    /// All that can be known, in the order of a legend.
    static let all = FeedMap.State.allCases.map { GapsReport.Known(state: $0, reason: nil) }
}
