export const paste = {
  command: {
    plain: 'Paste as plain text',
    markdown: 'Paste as Markdown',
    fetch: 'Fetch the remote images of this article',
  },
  markdownPasted: 'Read as Markdown',
  asText: 'Keep as text',
  clipboardClosed: 'The browser does not let commands read the clipboard',
  clipboardClosedHint: 'Press {{keys}} to paste plain text.',
  tooLarge: 'This is too much to paste',
  tooLargeHint: 'Save it as HTML or Markdown and import the file: that works in the background.',
  picture: {
    missing:
      'There was an image here that cannot be reached. Upload it or paste it by itself; it is left out when published',
    remote: 'A remote image that is not in the library yet; it is left out when published',
    fetch: 'Fetch into the library',
    fetching: 'Fetching',
    storing: 'Storing',
    waiting: 'Waiting to be fetched',
    cancel: 'Cancel',
    retry: 'Retry',
  },
  bar: {
    label: 'Progress of images',
    open: 'Fetching images: {{done}} done, {{open}} to go',
    failed_one: '{{count}} image could not be fetched; its place is marked',
    failed_other: '{{count}} images could not be fetched; their places are marked',
    cancel: 'Cancel all',
    retry: 'Retry these',
    dismiss: 'Dismiss',
  },
}
