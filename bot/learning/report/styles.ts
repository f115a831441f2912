/** Light and dark by the reader's system; colours told apart by people who see few, and by a screen without any. */
export const styles = `
:root { --paper: #fff; --ink: #1c2430; --soft: #5a6675; --line: #dfe4ea; --card: #f5f7f9;
  --helped: #0f7b5f; --unknown: #8fa3b8; --not-helped: #b3261e; --handed-over: #6a4cb8; --unanswered: #c98600; --silent: #d3dae2; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #12161c; --ink: #e8edf3; --soft: #a3afbd; --line: #2c3440; --card: #1a2029;
    --helped: #35b793; --unknown: #71869c; --not-helped: #f2695f; --handed-over: #a58cf0; --unanswered: #e8ae3c; --silent: #3a4553; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.25rem; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
p { margin: .25rem 0; }
.lead, small, .legend, .ticks, .labels, article p, summary { color: var(--soft); }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .6rem; margin: 1.25rem 0 0; }
.tiles div { background: var(--card); border-radius: .5rem; padding: .6rem .8rem; }
dt { font-size: .9rem; color: var(--soft); }
dd { margin: 0; }
dd b { font-size: 1.5rem; font-variant-numeric: tabular-nums; }
dd i { font-style: normal; color: var(--soft); white-space: nowrap; }
small { display: block; font-size: .78rem; line-height: 1.3; }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1rem; list-style: none; margin: .4rem 0 .8rem; padding: 0; font-size: .85rem; }
.legend i { display: inline-block; width: .8em; height: .8em; margin-right: .4em; border-radius: 2px; }
i.helped { background: var(--helped); } i.unknown { background: var(--unknown); } i.not-helped { background: var(--not-helped); }
i.handed-over { background: var(--handed-over); } i.unanswered { background: var(--unanswered); } i.silent { background: var(--silent); }
rect.helped { fill: var(--helped); } rect.unknown { fill: var(--unknown); } rect.not-helped { fill: var(--not-helped); }
rect.handed-over { fill: var(--handed-over); } rect.unanswered { fill: var(--unanswered); } rect.silent { fill: var(--silent); }
.standing { display: grid; grid-template-columns: 2.6rem 1fr; grid-template-rows: 15rem 1.4rem; }
.standing svg { width: 100%; height: 100%; overflow: visible; }
.grid line { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; }
.ticks, .labels { position: relative; font-size: .75rem; font-variant-numeric: tabular-nums; }
.ticks span { position: absolute; right: .5rem; transform: translateY(50%); }
.labels { grid-column: 2; }
.labels span { position: absolute; top: .2rem; transform: translateX(-50%); white-space: nowrap; }
.lying { display: grid; grid-template-columns: minmax(7rem, 16rem) 1fr auto; gap: .3rem .6rem; align-items: center; font-size: .85rem; }
.lying svg { width: 100%; height: 1rem; background: var(--card); border-radius: 2px; }
.lying .name { overflow-wrap: anywhere; line-height: 1.25; }
.lying .total { text-align: right; font-variant-numeric: tabular-nums; }
details { margin: .8rem 0; } summary { cursor: pointer; font-size: .85rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .7rem .25rem 0; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
article { border-left: 3px solid var(--unanswered); padding-left: .8rem; margin: 1rem 0; }
article h3 { margin: 0; } article p { font-size: .85rem; }
article ul { margin: .3rem 0 0; padding-left: 1.1rem; overflow-wrap: anywhere; }
@media (max-width: 30rem) { .lying { grid-template-columns: 1fr auto; } .lying .name { grid-column: 1 / -1; margin-top: .3rem; } }
@media print { details { display: none; } }
`;
