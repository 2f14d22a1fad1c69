import Domain
import Testing

@Suite
struct RegionTests {
    @Test(
        "a code has 6 or 12 digits",
        arguments: [
            "", "41142", "4114220", "041142", "+11422", "41142a", "４１１４２２", "0411422100200", "411422 ",
        ])
    func refused(text: String) {
        #expect(Region(text) == nil)
    }

    @Test(
        "a division contains itself and what lies below it",
        arguments: [
            ("411422", "411422", true), ("411422", "411400", true), ("411422", "410000", true),
            ("411422", "411500", false), ("411422", "420000", false), ("411400", "411422", false),
            ("410000", "411400", false), ("411422100200", "411422", true), ("411422100200", "411400", true),
            ("411422100200", "411423", false), ("411422100200", "411422100200", true),
            ("411422100200", "411422100201", false), ("411422100200", "411422100000", true),
            ("411422100200", "411422101000", false), ("411422", "411422000000", true),
            ("411422000000", "411422", true),
            ("411422", "411422100000", false), ("411422100000", "411422100200", false),
        ])
    func containment(inner: String, outer: String, isWithin: Bool) throws {
        let (inner, outer) = (try #require(Region(inner)), try #require(Region(outer)))
        #expect(inner.isWithin(outer) == isWithin)
    }

    @Test("a village's county is its first six digits")
    func county() {
        #expect(Region("411422100200")?.county == Region("411422"))
        #expect(Region("411422")?.county == Region("411422"))
    }
}
