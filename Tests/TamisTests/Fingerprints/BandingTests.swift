import Testing

@testable import Tamis

@Suite struct BandingTests {
    @Test(arguments: [
        (0.3, 60, 2), (0.5, 40, 3), (0.7, 30, 4), (0.8, 20, 6), (0.9, 13, 9), (1.0, 1, 120), (0.01, 120, 1),
        (0, 120, 1),
        (.nan, 120, 1),
    ])
    func thresholdChoosesBandsAndRows(threshold: Double, bandCount: Int, rowCount: Int) {
        let banding = Banding(threshold: threshold)
        #expect(banding.bandCount == bandCount)
        #expect(banding.rowCount == rowCount)
    }

    @Test func recallIsTheShareOfPairsWithACommonBand() {
        let banding = Banding(threshold: 0.8)
        #expect(abs(banding.recall(at: 0.8) - 0.9977) < 0.0001)
        #expect(abs(banding.recall(at: 0.5) - 0.2702) < 0.0001)
        #expect(banding.recall(at: 0) == 0)
        #expect(banding.recall(at: 1) == 1)
    }

    @Test func everyThresholdFromATwentiethOnFindsItsPairs() {
        for percent in 5...100 {
            let banding = Banding(threshold: Double(percent) / 100)
            #expect(banding.recall(at: Double(percent) / 100) >= Banding.leastRecall)
            #expect(banding.bandCount * banding.rowCount <= Signature.valueCount)
        }
    }
}
