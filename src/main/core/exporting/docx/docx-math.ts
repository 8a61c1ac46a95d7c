import { Math as Equation, TextRun } from 'docx'
import { latexToMath } from 'docx/math'
import { formulaText } from '../formula-text.ts'

/** A formula as an equation of Word's own; as a line of text where Word's form has no way to say it. */
export function docxFormula(latex: string): Equation | TextRun {
  try {
    return new Equation({ children: [...latexToMath(latex)] })
  } catch {
    return new TextRun({ text: formulaText(latex), font: 'Cambria Math' })
  }
}
