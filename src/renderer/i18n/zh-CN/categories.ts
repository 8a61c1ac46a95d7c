export const categories = {
  title: '',
}
