/// The look of the page: system fonts, one accent, light and dark, screen and paper.
enum HTMLStyle {
  /// The style sheet, with the accent of the brand where there is one.
  static func css(_ accent: Accent?) -> String {
    tokens + (accent.map(colours) ?? "") + frame + tables + charts + trust + paper
  }

  private static let tokens = """
    :root{--paper:#fcfcfa;--ink:#16191d;--quiet:#5a6169;--line:#dfe0da;--strong:#16191d;
    --accent:#0f6b63;--bar:#217a70;--rest:#8b918d;--tint:#f3f4f0;--track:#ecede8;--alert:#8f3b12}
    @media (prefers-color-scheme:dark){:root{--paper:#121517;--ink:#eaede9;--quiet:#a1a9a6;--line:#2c3234;
    --strong:#eaede9;--accent:#7fd0c5;--bar:#4fb0a3;--rest:#6d7573;--tint:#1a1f21;--track:#22282a;--alert:#f0a77f}}

    """

  private static func colours(_ accent: Accent) -> String {
    let light = accent.onLight.css
    let dark = accent.onDark.css
    return """
      :root{--accent:\(light);--bar:\(light)}
      @media (prefers-color-scheme:dark){:root{--accent:\(dark);--bar:\(dark)}}
      @media print{:root{--accent:\(light)!important;--bar:\(light)!important}}

      """
  }

  private static let frame = """
    *{box-sizing:border-box;margin:0;padding:0}
    html{color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:16px}
    body{background:var(--paper);color:var(--ink);font:400 16px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,
    "Helvetica Neue",Arial,"Noto Sans","Noto Sans Devanagari","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;
    max-width:1136px;margin:0 auto;padding:0 20px 64px;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:1px}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
    :target{scroll-margin-top:24px}
    small{font-size:inherit;font-weight:400;color:var(--quiet)}
    ul{padding-inline-start:1.1em}
    li+li{margin-top:8px}
    code{font:400 .875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
    summary{cursor:pointer}
    summary::marker{content:"+\\2002";color:var(--accent)}
    details[open]>summary::marker{content:"\\2013\\2002"}
    .quiet,.note{color:var(--quiet)}
    .withheld{color:var(--quiet);font-style:italic;font-weight:400}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .skip{position:absolute;inset-inline-start:-999px;top:8px;background:var(--paper);padding:8px 12px}
    .skip:focus{inset-inline-start:12px}
    .masthead{padding:40px 0 36px}
    .brand{display:flex;align-items:center;gap:14px;min-height:24px;margin-bottom:44px}
    .logo{display:block;max-height:44px;max-width:220px}
    .eyebrow{color:var(--accent);font-size:15px;font-weight:600}
    .eyebrow strong{color:var(--ink);margin-inline-end:8px}
    h1{font-size:clamp(36px,6.4vw,68px);line-height:1.04;letter-spacing:-.028em;font-weight:700;text-wrap:balance}
    .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:16px 0;margin-top:32px;
    font-size:15px}
    .facts div{padding-inline-end:20px}
    dt{color:var(--quiet)}
    .warning{margin-top:28px;padding:12px 16px;border-inline-start:3px solid var(--alert);background:var(--tint)}
    .warning strong{color:var(--alert)}
    .headline{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));
    border-top:2px solid var(--strong);border-bottom:1px solid var(--line)}
    .figure{padding-block:20px;padding-inline-end:20px}
    .figure h3{font-size:15px;font-weight:600;line-height:1.4}
    .figure h3 small{display:block}
    .number{font-size:clamp(32px,4.2vw,50px);line-height:1.12;letter-spacing:-.03em;font-weight:650;margin:6px 0 8px;overflow-wrap:normal}
    .number .withheld{font-size:28px;letter-spacing:0}
    .number small{display:block;font-size:14px;letter-spacing:0;line-height:1.4}
    .change{font-size:14px;color:var(--quiet);margin:-2px 0 8px}
    .change strong{color:var(--ink);font-weight:600}
    .figure details{font-size:14px;color:var(--quiet)}
    .figure details p{padding-top:6px;max-width:38ch}
    .glance{padding:24px 0;border-bottom:1px solid var(--line)}
    .glance h2{font-size:15px;letter-spacing:0;font-weight:600;margin-bottom:14px}
    .glance dl{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:18px 24px}
    .glance dt{font-size:14px}
    .glance dd{font-size:18px;font-weight:600;line-height:1.3}
    .glance dd a{color:inherit;text-decoration-color:var(--line)}
    .glance dd small{display:block;font-size:14px;line-height:1.45;margin-top:2px}
    nav{padding:20px 0 0;font-size:15px}
    nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 24px}
    nav li{margin:0!important}
    nav a{display:inline-block;padding:4px 0;text-decoration:none}
    nav a:hover{text-decoration:underline}
    .chapter{padding-top:72px}
    h2{font-size:30px;line-height:1.15;letter-spacing:-.02em;font-weight:700;margin-bottom:28px;text-wrap:balance}
    .lede{max-width:62ch;margin:-16px 0 24px;color:var(--quiet)}
    .grid{display:grid;grid-auto-flow:dense;grid-template-columns:minmax(0,1fr);gap:48px 64px}
    .block{min-width:0}
    @media (min-width:900px){.grid{grid-template-columns:repeat(2,minmax(0,1fr))}.wide{grid-column:1/-1}
    .columns-2{columns:2;column-gap:64px}}
    @media (max-width:700px){.glance dl{grid-template-columns:repeat(2,minmax(0,1fr))}.chapter{padding-top:56px}
    .brand{margin-bottom:28px}.masthead{padding-top:24px}}
    h3{font-size:18px;line-height:1.3;font-weight:650}
    .clause{font-size:13px;line-height:1.45;color:var(--quiet);margin:2px 0 14px}
    .clause summary{list-style:none;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
    .clause summary::-webkit-details-marker{display:none}
    .clause summary::before{content:"i";display:inline-block;width:15px;height:15px;margin-inline-end:7px;border:1px solid;
    border-radius:50%;font:600 10px/13px Georgia,serif;text-align:center}
    .clause[open] summary{white-space:normal;max-width:72ch}
    .clause dl{max-width:72ch;padding:8px 0 4px}
    .clause dl div{padding:3px 0}
    .clause dt{display:inline;font-weight:600}
    .clause dt::after{content:": "}
    .clause dd{display:inline}
    .clause summary:hover{color:var(--ink)}
    footer{margin-top:88px;padding-top:16px;border-top:1px solid var(--line);font-size:14px;color:var(--quiet)}

    """

  private static let tables = """
    table{width:100%;border-collapse:collapse;font-size:15px;line-height:1.35}
    thead th{font-size:13px;font-weight:400;color:var(--quiet);text-align:start;padding:0 0 6px;vertical-align:bottom;
    border-bottom:1px solid var(--strong)}
    tbody th{font-weight:400;text-align:start;padding:9px 0 5px;width:99%;vertical-align:top}
    td{padding:9px 0 5px;vertical-align:top}
    thead th{overflow-wrap:normal}
    .p{font-weight:600}
    .n{text-align:end!important;white-space:nowrap;padding-inline-start:20px!important}
    .s{display:inline-block;min-width:60px;padding-inline-start:8px}
    td .s{font-weight:400}
    .other th small{font-style:normal;font-size:13px}
    .bar{display:block;width:100%;height:4px;margin-top:6px;background:var(--track)}
    [dir=rtl] .bar,[dir=rtl] .strip{transform:scaleX(-1)}
    .bar rect{fill:var(--bar)}
    .booking{display:block;font-size:13px}
    .other th,.other td{color:var(--quiet)}
    .other th{font-style:italic}
    .other .bar rect{fill:var(--rest)}
    .note{font-size:13px;line-height:1.45;margin-top:10px;max-width:72ch}
    .note+.note{margin-top:4px}
    .more{margin-top:10px}
    .more>summary{font-size:14px;color:var(--accent);padding:4px 0;width:fit-content}
    .more[open]>summary{margin-bottom:8px}
    .scroll{overflow-x:auto}
    .matrix{font-size:14px}
    .matrix th{width:auto;white-space:nowrap}
    .matrix thead .n{min-width:52px}
    :lang(zh) .withheld,:lang(ja) .withheld,:lang(ko) .withheld,:lang(hi) .withheld,:lang(zh) .other th,:lang(hi) .other th{font-style:normal}
    .matrix td,.matrix tbody th{padding:7px 8px!important;border-bottom:1px solid var(--line)}
    .matrix tbody th{padding-inline-start:0!important}
    .matrix .s0,.matrix .s1,.matrix .s2,.matrix .s3,.matrix .s4,.matrix .s5{display:table-cell;min-width:0}
    .matrix .s1{background:color-mix(in srgb,var(--bar) 8%,var(--paper))}
    .matrix .s2{background:color-mix(in srgb,var(--bar) 16%,var(--paper))}
    .matrix .s3{background:color-mix(in srgb,var(--bar) 24%,var(--paper))}
    .matrix .s4{background:color-mix(in srgb,var(--bar) 32%,var(--paper))}
    .matrix .s5{background:color-mix(in srgb,var(--bar) 40%,var(--paper))}
    @media (max-width:600px){.n{padding-inline-start:12px!important}thead .n{white-space:normal}
    .s{display:block;min-width:0;padding:0;font-size:13px}.other th small{display:none}}

    """

  private static let charts = """
    .chart{margin-bottom:48px}
    .say{margin:-4px 0 16px}
    .plot{display:flex;direction:ltr}
    .plot>svg{display:block;flex:none}
    .plot .columns{flex:1;min-width:0;overflow:visible}
    .column{fill:var(--bar)}
    .column:hover{fill:var(--ink)}
    .line{fill:none;stroke:var(--bar);stroke-width:2.5;stroke-linejoin:round;vector-effect:non-scaling-stroke}
    .area{fill:var(--bar);opacity:.1}
    .dot{fill:var(--bar);stroke:var(--paper);stroke-width:1.5}
    .dot.quiet{fill:var(--paper);stroke:var(--bar);stroke-width:2}
    .gap{fill:none;stroke:var(--quiet);stroke-dasharray:2 3}
    .rule{stroke:var(--line)}
    .axis{stroke:var(--strong)}
    .plot text{font-size:12px;fill:var(--quiet)}
    @media (max-width:600px){.spare{display:none}}
    @media (max-width:600px){.number .withheld{font-size:22px!important}}

    """

  private static let trust = """
    .waterfall{max-width:800px}
    .waterfall .sum th,.waterfall .sum td{font-weight:650}
    .waterfall .step .bar rect{fill:var(--rest)}
    .trust .block,.method,.terms{border-top:1px solid var(--strong);padding-top:14px;font-size:15px}
    .trust h3{margin-bottom:12px}
    .trust .block p{margin-top:14px;color:var(--quiet)}
    .pairs div{display:grid;grid-template-columns:minmax(96px,2fr) 5fr;gap:0 16px;padding:5px 0;break-inside:avoid}
    h4{font-size:15px;font-weight:600;margin:16px 0 6px}
    .strip{display:block;width:100%;height:12px;margin-bottom:10px}
    .strip .whole{fill:var(--bar)}
    .strip .hole{fill:var(--paper);stroke:var(--bar);stroke-width:1}
    .method,.terms{margin-top:56px}
    .method h4{margin-top:0}
    .method>ul{max-width:80ch}
    .method .more{margin-top:16px}
    .step{break-inside:avoid;padding-bottom:18px}
    .terms dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(264px,1fr));gap:20px 40px;margin-top:12px;
    font-size:14px}
    .terms dt{color:var(--ink);font-weight:600}
    .terms dd{color:var(--quiet)}
    @media (prefers-contrast:more){:root{--quiet:var(--ink);--line:var(--ink)}}
    @media (forced-colors:active){.bar rect,.column,.strip .whole{fill:CanvasText}.bar{border:1px solid}}

    """

  private static let paper = """
    @media print{
    :root{--paper:#fff;--ink:#000;--quiet:#4a4f55;--line:#cfd0cc;--strong:#000;--accent:#0f6b63;--bar:#217a70;
    --rest:#8b918d;--tint:#fff;--track:#ecede8;--alert:#8f3b12}
    html{color-scheme:light}
    body{max-width:none;padding:0;font-size:10pt}
    .skip,nav,.figure details,.clause dl,.chart>.more,.matrix-list{display:none}
    .masthead{padding:0 0 14pt}
    .brand{margin-bottom:14pt}
    .facts{margin-top:14pt}
    h1{font-size:30pt}
    h2{font-size:17pt;margin-bottom:12pt}
    h3{font-size:11.5pt}
    .figure{padding-block:10pt}
    .figure h3{font-size:9.5pt}
    .number{font-size:25pt;margin:2pt 0 0}
    .number .withheld{font-size:15pt}
    .number small{font-size:8pt}
    .chapter{padding-top:24pt}
    .glance{padding:10pt 0}.glance h2{font-size:9.5pt;margin-bottom:8pt}.glance dl{grid-template-columns:repeat(3,1fr);gap:8pt 18pt}
    .glance dd{font-size:12pt}.glance dd small{font-size:8.5pt}.glance dt{font-size:8.5pt}
    .grid{grid-template-columns:repeat(2,minmax(0,1fr));gap:20pt 24pt}.wide,.block:has(.more[open]){grid-column:1/-1}
    .block:not(:has(.more[open])),.figure,.masthead,.glance,.headline{break-inside:avoid}
    .headline{grid-template-columns:repeat(4,1fr)}
    .facts{grid-template-columns:repeat(4,1fr);gap:12pt;font-size:9pt}
    table{font-size:9pt}
    tbody th,td{padding:4pt 0 2pt}.n{padding-inline-start:10pt!important}thead .n{white-space:normal}
    .wide thead .n{white-space:nowrap}
    .block:not(.wide) .s{display:block;min-width:0;padding:0;font-size:8pt}
    .trust .block,.method{font-size:9pt}.terms dl{font-size:8.5pt;grid-template-columns:repeat(3,1fr);gap:10pt 20pt}
    .columns-2{columns:2;column-gap:24pt}
    .clause{margin-top:0}.note{margin-top:5pt;font-size:8pt}.clause{font-size:8pt;margin-bottom:6pt}
    .more{margin-top:4pt}.more>summary{font-size:8pt;color:var(--quiet)}.more>summary::marker{content:""}.bar{height:3px;margin-top:4px}
    .method .more>summary{display:none}
    .method details::details-content{content-visibility:visible;block-size:auto}
    thead{display:table-header-group}
    .method,.terms{margin-top:20pt}
    tr,.chart,.plot,.terms dl>div,li,.pairs>div{break-inside:avoid}
    h2,h3,h4,.clause,.lede,.say{break-after:avoid}
    .clause summary{white-space:normal}
    .clause summary::before{display:none}
    .scroll{overflow:visible}.matrix{font-size:7pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .matrix thead th{white-space:normal!important}.matrix td,.matrix tbody th{padding:3pt 3pt!important}
    a{color:inherit;text-decoration:none}
    }
    @page{margin:20mm 16mm 16mm;@top-left{font:600 8pt sans-serif;color:#4a4f55}
    @top-right{font:8pt sans-serif;color:#4a4f55}
    @bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#4a4f55}}
    @page:first{@top-left{content:none}@top-right{content:none}}

    """
}
