import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanBody } from './clean.ts'

const attacks: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.test/x.js></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
  '<img srcset="https://evil.test/x 1x, javascript:alert(1) 2x" src="a.png">',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="evil.swf"></object><embed src="evil.swf">',
  '<form action="https://evil.test"><input name=a><button formaction="javascript:alert(1)">x</button></form>',
  '<style>body{background:url(javascript:alert(1))}</style>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<div onmouseover="alert(1)">x</div>',
  '<base href="https://evil.test/"><link rel=stylesheet href="https://evil.test/x.css">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  '<textarea></textarea><script>alert(1)</script>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<<script>script>alert(1)<</script>/script>',
  '<video><source onerror="alert(1)"></video>',
  '<details open ontoggle=alert(1)>x</details>',
  '<p id="search">x</p><a name="main">y</a>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)">x</table>',
]
const executable =
  /<(?!\/?(?:h[234]|p|br|hr|ul|ol|li|blockquote|figure|figcaption|strong|em|u|s|sub|sup|a|img|table|caption|thead|tbody|tfoot|tr|th|td)[ >])|<[^>]*(?:\son\w+=|javascript:|vbscript:|data:|srcset|style=|class=|id="(?!footnote|endnote))/i

test('nothing that runs comes through, whatever it is dressed as', () => {
  for (const attack of attacks) {
    for (const markup of [attack, `<p>前文${attack}后文</p>`, `<table><tr><td>${attack}</td></tr></table>`]) {
      const clean = cleanBody(markup)
      expect(clean, markup).not.toMatch(executable)
      expect(clean, markup).not.toMatch(/alert\(1\)(?!<\/script|<)/)
    }
  }
})

const cases: readonly (readonly [string, string, string])[] = [
  [
    'what Word adds is gone, its words stay',
    '<p class=MsoNormal style="text-indent:32.0pt;mso-char-indent-count:2.0"><span lang=EN-US style="font-family:仿宋_GB2312">一、<o:p></o:p></span><span>总体要求</span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->',
    '<p>一、总体要求</p>',
  ],
  [
    'what WPS adds is gone, and its spans of one emphasis are one',
    '<p style="mso-pagination:widow-orphan"><b><span data-wps-id="3">第一</span></b><b><span>条</span></b><!--StartFragment--></p>',
    '<p><strong>第一条</strong></p>',
  ],
  [
    '（一） and 1. stay words of a paragraph',
    '<p>（一）目标</p><p>1.任务</p>',
    '<p>（一）目标</p><p>1.任务</p>',
  ],
  [
    'divisions are paragraphs, not one run of words',
    '<div>甲<div>乙</div>丙</div>',
    '<p>甲</p><p>乙</p><p>丙</p>',
  ],
  ['headings begin at the second level', '<h1>题</h1><h5>目</h5>', '<h2>题</h2><h4>目</h4>'],
  [
    'spans and heads of a table stay',
    '<table border=1 style="width:100%"><thead><tr><td colspan=2 width=30>名称</td></tr></thead><tr><td rowspan="2">甲</td><td colspan="1">1</td></tr><tr><th scope="row" nowrap>2</th></tr></table>',
    '<table><thead><tr><th colspan="2">名称</th></tr></thead><tbody><tr><td rowspan="2">甲</td><td>1</td></tr><tr><th scope="row">2</th></tr></tbody></table>',
  ],
  [
    'a table within a table stays one',
    '<table><tr><td><p>外</p><table><tr><td>内</td></tr></table></td></tr></table>',
    '<table><tbody><tr><td><p>外</p><table><tbody><tr><td>内</td></tr></tbody></table></td></tr></tbody></table>',
  ],
  [
    'footnotes of Word stay tied both ways',
    '<p>正文<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1">[1]</a></p><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> 注</p></div>',
    '<p>正文<a id="footnote-ref-1" href="#footnote-1">[1]</a></p><p><a id="footnote-1" href="#footnote-ref-1">[1]</a> 注</p>',
  ],
  [
    'a picture keeps its words and its place',
    '<p><img src="/a.png" alt="办事流程图" srcset="b.png 2x" width="300" class="x" onclick="y()"></p>',
    '<p><img src="/a.png" alt="办事流程图" width="300" /></p>',
  ],
  [
    'a picture in the page itself is no file and goes',
    '<p>图<img src="data:image/png;base64,AAAA"></p>',
    '<p>图</p>',
  ],
  ['a blank between two characters of a name stays', '<p>　　张　三</p>', '<p>张　三</p>'],
  ['an address without a safe scheme is words only', '<p><a href="ftp://x/y">附件</a></p>', '<p>附件</p>'],
  [
    'empty emphasis, paragraphs and lists are gone',
    '<p><b> </b></p><ul><li></li></ul><p>文</p>',
    '<p>文</p>',
  ],
]

test.each(cases)('%s', (_, given, clean) => {
  expect(cleanBody(given)).toBe(clean)
})

const piece = fc.oneof(
  ...[fc.constantFrom('甲', ' ', '　', '&nbsp;', '&lt;b&gt;', '1.', '<', '>', '&', '"', '\n')],
  fc
    .tuple(
      fc.constantFrom(
        ...['p', 'div', 'b', 'i', 'a', 'span', 'table', 'tr', 'td', 'th', 'thead', 'ul', 'li', 'h1', 'o:p'],
        ...['figure', 'figcaption', 'blockquote', 'sup', 'script', 'svg', 'caption', 'center', 'br', 'hr'],
      ),
      fc.constantFrom(
        ...['', ' href="#_ftn1"', ' name="_ftnref2"', ' id="footnote-1"', ' colspan=2', ' onclick=x'],
        ...[' src="x.png"', ' href="javascript:x"', ' style="mso-list:x"'],
      ),
      fc.constantFrom('open', 'close'),
    )
    .map(([name, attribute, way]) => (way === 'open' ? `<${name}${attribute}>` : `</${name}>`)),
  fc.constantFrom(
    '<img src="/a.png" alt="&quot;图&quot;">',
    '<img src=x onerror=y>',
    '<!-- x -->',
    '<![if x]>',
  ),
)

test('what is clean stays as it is, and no mixture lets anything run', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const once = cleanBody(pieces.join(''))
      expect(cleanBody(once)).toBe(once)
      expect(once).not.toMatch(executable)
    }),
    { numRuns: 1500 },
  )
})

test('a body nested without end is read all the same', () => {
  expect(cleanBody(`${'<div><b>'.repeat(50_000)}文${'</b></div>'.repeat(50_000)}`)).toContain('文')
})
