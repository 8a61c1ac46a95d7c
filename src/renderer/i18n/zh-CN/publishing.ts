export const publishing = {
  title: '',
}
