import type { WeChatStyle } from '#shared/contract/exporting.ts'

/** Styles by what they are for. Only properties that the editor of WeChat accounts keeps: no position, no variables. */
export interface Look {
  body: string
  paragraph: string
  headings: Record<2 | 3 | 4, string>
  quote: string
  pullQuote: string
  callout: string
  calloutTitle: string
  list: string
  item: string
  caption: string
  code: string
  codeInline: string
  cell: string
  headerCell: string
  highlight: string
  reference: string
  rule: string
  note: string
}

const sans =
  "font-family:-apple-system,BlinkMacSystemFont,'PingFang SC','Hiragino Sans GB','Microsoft YaHei',sans-serif"
const mono = "font-family:Menlo,Consolas,'Courier New',monospace"

const look = (ink: string, accent: string, tint: string, headings: Look['headings']): Look => ({
  body: `${sans};font-size:16px;line-height:1.75;color:${ink};letter-spacing:0.5px;word-break:break-word`,
  paragraph: 'margin:0 0 1.25em;text-align:justify',
  headings,
  quote: `margin:0 0 1.25em;padding:0.2em 0 0.2em 1em;border-left:3px solid ${accent};color:#666666`,
  pullQuote: `margin:1.75em 1em;text-align:center;font-size:18px;font-weight:bold;color:${accent}`,
  callout: `margin:0 0 1.25em;padding:1em 1em 0.1em;background-color:${tint};border-left:3px solid ${accent}`,
  calloutTitle: `margin:0 0 0.4em;font-weight:bold;color:${accent}`,
  list: 'margin:0 0 1.25em;padding-left:1.5em',
  item: 'margin:0.3em 0',
  caption: 'margin:0.5em 0 0;font-size:14px;color:#888888;text-align:center;line-height:1.5',
  code: `${mono};margin:0 0 1.25em;padding:1em;font-size:13px;line-height:1.6;color:#24292f;background-color:#f6f8fa;overflow-x:auto;white-space:nowrap;text-align:left;letter-spacing:0`,
  codeInline: `${mono};padding:0.1em 0.3em;font-size:14px;background-color:#f6f8fa;letter-spacing:0`,
  cell: 'padding:0.4em 0.7em;border:1px solid #d0d7de;text-align:left;font-size:15px',
  headerCell: `padding:0.4em 0.7em;border:1px solid #d0d7de;text-align:left;font-size:15px;font-weight:bold;background-color:${tint}`,
  highlight: 'background-color:#fff3a3',
  reference: `font-size:12px;color:${accent}`,
  rule: 'margin:2em auto;border:none;border-top:1px solid #d0d7de',
  note: 'margin:0 0 0.5em;font-size:14px;line-height:1.6;color:#666666;word-break:break-all',
})

/** Three restrained looks: black on white, a newspaper's rules, one colour. */
export const looks: Record<WeChatStyle, Look> = {
  plain: look('#1f1f1f', '#444444', '#f5f5f5', {
    2: 'margin:2em 0 1em;font-size:20px;font-weight:bold;line-height:1.4',
    3: 'margin:1.75em 0 0.75em;font-size:18px;font-weight:bold;line-height:1.4',
    4: 'margin:1.5em 0 0.75em;font-size:16px;font-weight:bold;line-height:1.4',
  }),
  press: look('#2b2b2b', '#8c1d18', '#faf6f1', {
    2: 'margin:2.2em 0 1em;padding:0.4em 0;font-size:20px;font-weight:bold;line-height:1.4;text-align:center;border-top:2px solid #2b2b2b;border-bottom:1px solid #2b2b2b',
    3: 'margin:1.75em 0 0.75em;padding-bottom:0.3em;font-size:18px;font-weight:bold;line-height:1.4;border-bottom:1px solid #cccccc',
    4: 'margin:1.5em 0 0.75em;font-size:16px;font-weight:bold;line-height:1.4;color:#8c1d18',
  }),
  accent: look('#333333', '#0b6bcb', '#eef5fc', {
    2: 'margin:2em 0 1em;padding-left:0.6em;font-size:20px;font-weight:bold;line-height:1.4;color:#0b6bcb;border-left:4px solid #0b6bcb',
    3: 'margin:1.75em 0 0.75em;font-size:18px;font-weight:bold;line-height:1.4;color:#0b6bcb',
    4: 'margin:1.5em 0 0.75em;font-size:16px;font-weight:bold;line-height:1.4;color:#0b6bcb',
  }),
}
