export const palette = {
  title: '',
}
