export const importing = {
  title: '',
}
