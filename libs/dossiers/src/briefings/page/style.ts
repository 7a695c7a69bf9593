/** What a page looks like: two columns on A4, without anything from elsewhere. */
export const STYLE = `
@page { size: A4; margin: 11mm 12mm; }
* { box-sizing: border-box; }
body { font: 8pt/1.22 "Noto Sans", "Noto Sans CJK SC", "Helvetica Neue", Arial, sans-serif; color: #111; margin: 0 auto; max-width: 190mm; padding: 4mm; }
h1 { font-size: 15pt; line-height: 1.15; margin: 0 0 1mm; }
h2 { font-size: 9.2pt; margin: 1.8mm 0 .6mm; border-bottom: .3mm solid #555; break-after: avoid; }
p, ul, ol, dl { margin: 0 0 .8mm; }
ul, ol { padding-left: 3.6mm; }
li { break-inside: avoid; }
ul ul { margin: 0; }
.small { color: #444; font-size: 7.4pt; }
.doubt { color: #a00; font-weight: bold; }
sup { line-height: 0; }
abbr { text-decoration: none; }
main { columns: 2; column-gap: 7mm; column-rule: .2mm solid #bbb; overflow-wrap: anywhere; }
footer { border-top: .2mm solid #bbb; margin-top: 2mm; padding-top: .6mm; }
@media print { body { max-width: none; padding: 0; } }
@media screen and (max-width: 150mm) { main { columns: 1; } }
`;
