import { Liquid } from 'liquidjs'
import { describe, expect, it } from 'vitest'
import { outputEscape, quicken } from '../../../src/main/core/site/theme/quicken.ts'

const scope = {
  text: '<b>"a" & \'b\'</b>',
  empty: '',
  zero: 0,
  no: false,
  yes: true,
  nothing: null,
  list: [{ name: '甲' }, { name: '乙', deep: { er: '丙' } }],
  none: [],
  map: { 'style.css': 'assets/style.css', size: 'own', first: 'one' },
}

const templates = [
  '{{ text }}|{{ text | raw }}|{{ missing }}|{{ missing.deeper }}|{{ nothing }}|{{ zero }}|{{ no }}',
  "{{ map['style.css'] }}|{{ map.size }}|{{ list.size }}|{{ text.size }}|{{ list.first.name }}|{{ list[1].deep.er }}",
  '{{ "quoted <" }}|{{ 12 }}|{{ true }}|{{ text | upcase }}|{{ text | upcase | raw }}|{{ list | map: "name" | join: "," }}',
  '{% for item in list %}{{ forloop.index }}{{ item.name }}{{ item.deep.er }}{% unless forloop.last %},{% endunless %}{% endfor %}',
  '{% if text == "x" %}a{% elsif zero == 0 %}b{% else %}c{% endif %}{% if empty == "" %}d{% endif %}{% if empty %}e{% endif %}',
  '{% if none == empty %}a{% endif %}{% if none.size > 0 %}b{% endif %}{% if missing == nil %}c{% endif %}{% if nothing == nil %}d{% endif %}',
  '{% if yes and no %}a{% endif %}{% if yes or no %}b{% endif %}{% if no != yes and zero %}c{% endif %}{% if missing or nothing %}d{% endif %}',
  '{% if text contains "b" %}a{% endif %}{% assign own = text %}{{ own }}{% capture more %}{{ own }}!{% endcapture %}{{ more }}',
  '{% if list == list %}a{% endif %}{% if list != none %}b{% endif %}{% if "x" %}c{% endif %}{% if map.first == "one" %}d{% endif %}',
  '{% case zero %}{% when 0 %}{{ text }}{% else %}x{% endcase %}{% for i in (1..3) %}{{ i }}{% if i == 2 %}{% break %}{% endif %}{% endfor %}',
  '{{ list.constructor }}{{ map.__proto__ }}{{ text.constructor.name }}.',
]

describe('quickened templates', () => {
  it.each(templates)('put out the same: %s', (source) => {
    const engine = new Liquid({ outputEscape, ownPropertyOnly: true })
    const quick = engine.parse(source)
    quicken(quick, true)
    expect(engine.renderSync(quick, scope)).toBe(engine.renderSync(engine.parse(source), scope))
  })
})
