export const analytics = {
  title: '',
}
