/** State of an address of the window that asks for the article's page instead of its text. */
export const inPreview = { preview: true }

export const opensInPreview = (): boolean => history.state?.preview === true
