export const firstRun = {
  title: '',
}
