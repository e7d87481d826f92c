/// A parameter of a web address that says how a reader came, not what the page is.
///
/// Names that sites also use for what a page shows, such as `ref`, `source` or `id`, are no rows.
struct TrackingParameter {
    /// The name in lower case; with a star at the end, the beginning of the name.
    let name: StaticString
    /// Who adds it.
    let origin: StaticString

    init(_ name: StaticString, _ origin: StaticString) {
        (self.name, self.origin) = (name, origin)
    }

    /// All rows.
    static let all: [TrackingParameter] = [
        TrackingParameter("utm_*", "Urchin and Google Analytics"),
        TrackingParameter("_ga", "Google Analytics, across domains"),
        TrackingParameter("_gl", "Google Analytics, across domains"),
        TrackingParameter("gclid", "Google Ads"),
        TrackingParameter("gclsrc", "Google Ads"),
        TrackingParameter("gbraid", "Google Ads on iOS"),
        TrackingParameter("wbraid", "Google Ads on iOS"),
        TrackingParameter("dclid", "Google Display & Video 360"),
        TrackingParameter("gad_*", "Google Ads"),
        TrackingParameter("srsltid", "Google Merchant Center"),
        TrackingParameter("fbclid", "Facebook"),
        TrackingParameter("fb_action_ids", "Facebook"),
        TrackingParameter("fb_action_types", "Facebook"),
        TrackingParameter("fb_source", "Facebook"),
        TrackingParameter("igsh", "Instagram"),
        TrackingParameter("igshid", "Instagram"),
        TrackingParameter("msclkid", "Microsoft Advertising"),
        TrackingParameter("twclid", "Twitter"),
        TrackingParameter("ref_src", "Twitter"),
        TrackingParameter("ref_url", "Twitter"),
        TrackingParameter("ttclid", "TikTok"),
        TrackingParameter("li_fat_id", "LinkedIn"),
        TrackingParameter("epik", "Pinterest"),
        TrackingParameter("rdt_cid", "Reddit"),
        TrackingParameter("yclid", "Yandex Direct"),
        TrackingParameter("ysclid", "Yandex"),
        TrackingParameter("mc_cid", "Mailchimp"),
        TrackingParameter("mc_eid", "Mailchimp"),
        TrackingParameter("mkt_tok", "Marketo"),
        TrackingParameter("_hsenc", "HubSpot"),
        TrackingParameter("_hsmi", "HubSpot"),
        TrackingParameter("hsctatracking", "HubSpot"),
        TrackingParameter("hsa_*", "HubSpot"),
        TrackingParameter("vero_id", "Vero"),
        TrackingParameter("vero_conv", "Vero"),
        TrackingParameter("oly_anon_id", "Omeda"),
        TrackingParameter("oly_enc_id", "Omeda"),
        TrackingParameter("__s", "Drip"),
        TrackingParameter("_openstat", "OpenStat"),
        TrackingParameter("pk_*", "Piwik"),
        TrackingParameter("piwik_*", "Piwik"),
        TrackingParameter("mtm_*", "Matomo"),
        TrackingParameter("matomo_*", "Matomo"),
        TrackingParameter("xtor", "AT Internet"),
        TrackingParameter("at_medium", "AT Internet"),
        TrackingParameter("at_campaign", "AT Internet"),
        TrackingParameter("wt.mc_id", "Webtrends"),
        TrackingParameter("s_cid", "Adobe Analytics"),
        TrackingParameter("spm", "Alibaba"),
        TrackingParameter("guccounter", "Yahoo"),
        TrackingParameter("guce_referrer", "Yahoo"),
        TrackingParameter("guce_referrer_sig", "Yahoo"),
        TrackingParameter("_branch_match_id", "Branch"),
        TrackingParameter("irclickid", "Impact"),
        TrackingParameter("wickedid", "Wicked Reports"),
    ]

    /// Whether a name, in bytes of any case, is that of a row.
    static func contains(_ name: ArraySlice<UInt8>) -> Bool {
        let lowered = name.map(\.asciiLowercased)
        return rows.contains { row in
            row.last == UInt8(ascii: "*") ? lowered.starts(with: row.dropLast()) : lowered == row
        }
    }

    private static let rows = all.map { row in row.name.withUTF8Buffer { Array($0) } }
}
