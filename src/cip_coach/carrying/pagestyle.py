"""How a page looks: on a phone, on a desk, in the dark, on paper. Contrasts meet WCAG AA."""

COLOURS = {
    "light": {"ground": "#ffffff", "ink": "#1f2428", "soft": "#565d64", "line": "#8a9299", "mark": "#1f5673"},
    "dark": {"ground": "#16191c", "ink": "#e6e8ea", "soft": "#aab1b7", "line": "#7d868d", "mark": "#8cc4e0"},
}
"""Words stand in `ink` and `soft` on `ground`; drawings in `mark` and `line`."""


def _variables(theme: str) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in COLOURS[theme].items())


STYLE = f"""
:root{{{_variables("light")}color-scheme:light dark}}
@media (prefers-color-scheme:dark){{:root{{{_variables("dark")}}}}}
*{{box-sizing:border-box}}
body{{margin:0 auto;max-width:68rem;padding:1.5rem 1rem 3rem;background:var(--ground);color:var(--ink);
font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}}
h1{{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}}
h2{{font-size:1.2rem;line-height:1.3;margin:2.25rem 0 .75rem;padding-bottom:.25rem;
border-bottom:1px solid var(--line)}}
h3{{font-size:1rem;margin:0 0 .25rem}}
p{{margin:.25rem 0;max-width:44rem}}
header p,footer p,.remark,.course{{color:var(--soft)}}
footer{{margin-top:3rem;border-top:1px solid var(--line)}}
.remark{{margin:.75rem 0}}
article{{margin:0 0 1.5rem}}
p,li,svg,tr,article{{break-inside:avoid}}
ul{{margin:.4rem 0;padding-left:1.2rem;max-width:44rem}}
.lead{{border-left:3px solid var(--mark);padding-left:.75rem;margin:.6rem 0}}
.door span{{display:inline-block;max-width:100%}}
.door{{font-size:.85rem;color:var(--soft)}}
.door code{{font-family:ui-monospace,Consolas,"Liberation Mono",monospace}}
.beside{{display:grid;gap:0 3rem}}
@media (min-width:60rem){{.beside{{grid-template-columns:minmax(0,5fr) minmax(0,3fr)}}
.beside>section:first-child{{order:2}}}}
svg{{display:block;max-width:100%;margin:.4rem 0}}
svg.range{{width:20rem;height:auto}}
svg.parts{{width:24rem;height:auto}}
svg.months{{height:auto}}
svg.swatch{{display:inline-block;width:1.7rem;margin:0;vertical-align:middle}}
svg text{{font:11px system-ui,sans-serif;text-anchor:middle;fill:var(--ink)}}
svg text.name{{fill:var(--soft)}}
.axis,.absent{{stroke:var(--line);stroke-width:1}}
.absent{{stroke-width:2}}
.span{{stroke:var(--mark);stroke-width:4}}
.mark,.month{{fill:var(--mark)}}
.mark{{stroke:var(--ground);stroke-width:1.5}}
.month.open{{fill:var(--ground);stroke:var(--mark);stroke-width:1.5;stroke-dasharray:2 1}}
.none{{fill:var(--line)}}
.part{{fill:var(--ground);stroke:var(--mark);stroke-width:1}}
.p0{{fill:var(--mark)}}
.p4{{stroke:var(--line);stroke-dasharray:3 2}}
.stroke{{stroke:var(--mark);stroke-width:1;fill:none}}
.s1{{stroke-width:3}}
.key{{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;margin:0 0 1rem}}
.wide{{overflow-x:auto}}
table{{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:.5rem 0}}
caption{{text-align:left;color:var(--soft);padding-bottom:.4rem}}
caption span{{display:inline-block;max-width:calc(100vw - 2rem)}}
th[scope=row]{{position:sticky;left:0;background:var(--ground)}}
th,td{{padding:.2rem .45rem;text-align:right;border-bottom:1px solid var(--line);overflow-wrap:normal}}
th[scope=row],thead th:first-child{{text-align:left;font-weight:normal;min-width:9rem}}
@media print{{
:root{{{_variables("light")}}}
body{{max-width:none;padding:0;font-size:10pt}}
article{{margin-bottom:.9rem}}
h2,h3{{break-after:avoid}}
.beside{{display:block}}
.wide{{overflow:visible}}
th,td{{padding:.1rem .2rem;font-size:8pt}}
}}
"""
