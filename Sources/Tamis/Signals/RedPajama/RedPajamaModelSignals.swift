extension Signal {
    /// Signals of RedPajama-V2 that need a trained model, which Tamis does not carry: listed so that nobody looks for them.
    ///
    /// Source: the quality annotations of RedPajama-Data-V2 (Weber et al. 2024) and CCNet (Wenzek et al. 2020).
    public static let notComputed: [(names: String, needs: String)] = [
        ("rps_doc_ml_wikiref_score, rps_doc_ml_palm_score, rps_doc_ml_wikipedia_score", "a fastText classifier"),
        (
            "rps_doc_books_importance, rps_doc_openwebtext_importance, rps_doc_wikipedia_importance and their "
                + "_length_correction", "DSIR weights of hashed words"
        ),
        ("ccnet_perplexity, ccnet_bucket", "a KenLM language model"),
        ("ccnet_language_score", "a fastText language model"),
    ]
}
