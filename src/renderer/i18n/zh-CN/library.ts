export const library = {
  title: '',
}
