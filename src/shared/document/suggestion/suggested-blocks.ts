/** For nodes whose blocks can be suggested for insertion, deletion or another form. */
export const suggestedBlocks = { marks: 'insertion deletion modification' } as const
