extension ReportPage {
    /// The look of the page: light and dark by the reader's choice, one column on a phone, all of it in print.
    static let style: StaticString = """
        :root{color-scheme:light dark;--paper:#fff;--ink:#1c1e21;--soft:#555a60;--line:#d5d8dc;--card:#f4f5f7;
        --link:#0b57a4;--s0:#1f6fb5;--s1:#c2570c;--s2:#4d7c2a;--s3:#8a4fbf;--cut:#fbdcdc;--new:#d9f2dd;--mark:#b3261e}
        @media(prefers-color-scheme:dark){:root{--paper:#15171a;--ink:#e7e9ec;--soft:#a9afb6;--line:#3a3f45;--card:#1f2226;
        --link:#8fc1f2;--s0:#5aa9e6;--s1:#f0965a;--s2:#93c572;--s3:#c39be8;--cut:#5c2424;--new:#1f4a2a;--mark:#ff8a80}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:70rem;padding:1rem 1.25rem 4rem;background:var(--paper);color:var(--ink);
        font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.7rem;margin:.5rem 0}h2{font-size:1.3rem;margin:2.5rem 0 .5rem;border-top:1px solid var(--line);padding-top:1rem}
        h3{font-size:1rem;margin:1.5rem 0 .25rem}p{max-width:45rem;margin:.5rem 0}
        a{color:var(--link)}.term{color:inherit;text-decoration:underline dotted}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.75rem;margin:1rem 0;padding:0;list-style:none}
        .cards li{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem}
        .cards strong{display:block;font-size:1.5rem;line-height:1.2}.cards p{margin:.25rem 0 0;color:var(--soft)}
        nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:.5rem 0}
        .wide{overflow-x:auto;margin:.75rem 0}table{border-collapse:collapse;font-size:.9rem;min-width:50%}
        caption{text-align:left;color:var(--soft);padding:.25rem 0}
        th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top;font-weight:400}
        thead th{color:var(--soft);overflow-wrap:normal}.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .document{min-width:12rem}th.text,td.text{overflow-wrap:normal}
        svg{display:block;max-width:100%;height:auto;margin:.75rem 0}svg.bars{width:100%;max-width:34rem}svg.histogram{width:100%;max-width:24rem}
        svg text{fill:var(--ink);font:12px system-ui,sans-serif}.s0{fill:var(--s0)}.s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}
        .axis{fill:var(--soft)}.mark{fill:var(--mark)}
        details{margin:.5rem 0}summary{cursor:pointer;color:var(--link)}
        .example{border-left:3px solid var(--line);padding:.25rem .75rem;margin:.75rem 0}
        pre{white-space:pre-wrap;font:.85rem/1.45 ui-monospace,monospace;margin:.25rem 0}del,.only-b{background:var(--cut);text-decoration:none}
        del::before{content:"⟦"}del::after{content:"⟧"}
        ins,.only-a{background:var(--new);text-decoration:none}.only-a::before,.only-b::before{content:"≠ "}.note{color:var(--soft);font-size:.9rem}
        .signals{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:0 2rem}
        .difference{display:table;width:100%;table-layout:fixed}.difference td,.difference th{width:50%;border:0;padding:.1rem .5rem}
        dt{font-weight:600;margin-top:.75rem}dd{margin:0;max-width:45rem}dt:target,dt:target+dd{background:var(--card);outline:2px solid var(--link)}
        footer{margin-top:3rem;color:var(--soft)}
        @media(max-width:40rem){body{padding:.5rem .9rem 3rem}h1{font-size:1.4rem}
        th,td{padding-right:.5rem}.document{min-width:9rem}}
        @media print{:root{--paper:#fff;--ink:#000;--soft:#444;--card:#fff;--line:#bbb;--link:#000;--s0:#1f6fb5;--s1:#c2570c;
        --cut:#fbdcdc;--new:#d9f2dd;--mark:#b3261e}
        body{max-width:none;font-size:10pt}nav{display:none}.wide{overflow:visible}section{break-inside:auto}h2,h3,summary{break-after:avoid}
        svg,.cards li,tr,.example{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}
        *{print-color-adjust:exact}}
        """
}
