import type { Messages } from '../messages.ts'
import type { errors as master } from '../zh-CN/errors.ts'

export const errors: Messages<typeof master> = {
  disconnected: {
    title: 'The connection to Galley’s core was lost',
    next: 'It comes back by itself; then try again.',
  },
  unknown: {
    title: 'Something unexpected happened',
    next: 'Try again. If it keeps happening, reload the window.',
  },
  internal: {
    title: 'Galley ran into an internal error',
    next: 'Try again. If it keeps happening, give the log number {{logId}} to whoever maintains Galley.',
  },
  badInput: { title: 'What was entered is not valid', next: 'Check the fields and try again.' },
  conflict: { title: 'The article was changed elsewhere', next: 'Open it and choose which content to keep.' },
  notFound: {
    title: 'That no longer exists',
    next: 'It may have been deleted. Refresh the list and choose again.',
  },
  notFoundEntity: {
    page: { title: 'The site has no such page', next: 'It may not be published yet, or be no web page.' },
    article: {
      title: 'The article no longer exists',
      next: 'It may have been deleted for good. The library has the others.',
    },
    category: {
      title: 'The category no longer exists',
      next: 'It may have been deleted or merged. Choose another.',
    },
    target: { title: 'The target no longer exists', next: 'Create or choose another under Publishing.' },
    job: { title: 'The job no longer exists', next: 'Old jobs are cleared away. See the list of jobs.' },
    batch: { title: 'This import has expired', next: 'Choose the files again.' },
    template: { title: 'The template is gone', next: 'It may have been deleted. Choose another one.' },
    snippet: { title: 'The snippet is gone', next: 'It may have been deleted. Choose another one.' },
  },
  INVALID: {
    pattern: {
      title: 'Not a regular expression',
      next: 'Check brackets and escapes, or search for plain text.',
    },
    empty: { title: 'No words in the file', next: 'Choose a text file with one word on each line.' },
    binary: { title: 'Not a text file', next: 'Choose a text file in UTF-8, GB18030 or UTF-16.' },
    'too-many': { title: 'Too many words', next: 'A list takes 200,000 words at most.' },
    'picture-address': {
      title: 'This is no address of an image',
      next: 'Only http and https addresses can be fetched.',
    },
    other: { title: 'What was entered is not valid', next: 'Check it and try again.' },
    'duplicate-name': { title: 'Another one has that name', next: 'Choose another name, or merge the two.' },
    'duplicate-slug': { title: 'That address is taken', next: 'Choose another slug.' },
    cycle: { title: 'It cannot go inside itself', next: 'Choose another place.' },
    'not-an-image': {
      title: 'The file is not an image',
      next: 'Choose a JPEG, PNG, WebP, AVIF, GIF or SVG image.',
    },
    'not-editable': {
      title: 'This image cannot be edited',
      next: 'Edit animations and SVG in a drawing program and upload them again.',
    },
    'same-picture': { title: 'That is the same image', next: 'Choose another one.' },
    'unsupported-image': {
      title: 'This kind of image is not supported',
      next: 'Save it as JPEG, PNG or WebP and try again.',
    },
    'too-large': { title: 'The file is too large', next: 'Bring it under 50 MB and 100 megapixels.' },
    'folder-not-absolute': {
      title: 'A full path is needed',
      next: 'Give the path from the root, such as /home/me/site or D:\\site.',
    },
    'folder-not-writable': {
      title: 'The folder cannot be written to',
      next: 'Check its permissions, or choose another folder.',
    },
    'folder-not-empty': {
      title: 'The folder holds other files',
      next: 'Choose an empty folder, so that nothing is overwritten.',
    },
    'folder-inside-library': {
      title: 'The folder is inside the library',
      next: 'Choose a folder outside the library.',
    },
    'time-zone': {
      title: 'That time zone is not known',
      next: 'Choose one from the list, such as Asia/Shanghai.',
    },
    'hot-link-url': { title: 'A hot link is not valid', next: 'Links begin with http:// or https://.' },
    'not-a-file': { title: 'The path is not a file', next: 'Give the full path of the log file.' },
    unreadable: { title: 'The file cannot be read', next: 'Check that it exists and may be read.' },
    'not-an-access-log': {
      title: 'That is not an access log',
      next: 'Choose an access log in the combined format of nginx or Apache.',
    },
    duplicate: { title: 'Already added', next: 'The list has it already.' },
    period: { title: 'The period is not valid', next: 'It cannot end before it begins.' },
    'same-label': { title: 'It cannot be merged with itself', next: 'Choose another one.' },
    category: { title: 'There is no such category', next: 'Choose the category again.' },
    cover: { title: 'The cover is not in the library', next: 'Choose the cover again.' },
    'too-long': {
      title: 'The title or the summary is too long',
      next: 'A title has at most 500 characters, a summary 2000.',
    },
    document: {
      title: 'The text is not valid',
      next: 'Undo the last edit and try again; what was saved is unchanged.',
    },
    theme: { title: 'There is no such theme', next: 'Choose one that is there.' },
    url: { title: 'The link is not valid', next: 'Only http, https and mailto links can be opened.' },
    'path-not-absolute': { title: 'A full path is needed', next: 'Give the path from the root.' },
    'not-a-backup': {
      title: 'That is not a backup of Galley',
      next: 'Choose a file that Galley wrote as a backup.',
    },
    'backup-damaged': { title: 'The backup is damaged', next: 'Choose an earlier one.' },
    'port-in-use': {
      title: 'The port is in use',
      next: 'Choose another, or close the program that uses it.',
    },
    'port-not-allowed': { title: 'That port may not be used', next: 'Choose one above 1024.' },
    'not-a-bundle': { title: 'Not a review bundle', next: 'Choose a .galley file that Galley exported.' },
    'bundle-damaged': {
      title: 'The review bundle is damaged',
      next: 'Nothing was written. Ask for it to be exported again.',
    },
    'bundle-too-large': {
      title: 'The review bundle is too large',
      next: 'Make the article’s images smaller and export it again.',
    },
  },
  REFUSED: {
    'folder-missing': {
      title: 'The target’s folder is gone',
      next: 'Connect its disk again, or edit the target.',
    },
    'foreign-folder': {
      title: 'The folder holds files that Galley did not publish',
      next: 'Edit the target and choose an empty one.',
    },
    'blocking-findings': {
      title: 'An article does not pass a check that blocks publishing',
      next: 'Settle it in the checks panel, then publish.',
    },
    'private-address': {
      title: 'The image is inside a private network',
      next: 'Addresses of this machine and of private networks are not fetched. Upload the image instead.',
    },
    'fetch-status': {
      title: 'The other site did not hand out the image',
      next: 'It may be gone, or kept for its own pages. Try again later, or upload the image.',
    },
    'fetch-unreachable': {
      title: 'The site of the image cannot be reached',
      next: 'Check the network and try again.',
    },
    'fetch-broken': { title: 'The image arrived incomplete', next: 'Try again.' },
    'fetch-timeout': { title: 'The image took too long', next: 'Try again later, or upload it.' },
    'too-many-redirects': {
      title: 'The address of the image leads on too many times',
      next: 'Open the original page, save the image and upload it.',
    },
    other: { title: 'That cannot be done now', next: 'Look at the present state and try again.' },
    'bundle-newer': { title: 'The review bundle is of a newer Galley', next: 'Update Galley to open it.' },
    'bundle-conflicts': { title: 'Some conflicts are undecided', next: 'Choose what stays in each place.' },
    published: {
      title: 'Some of them are on the site',
      next: 'Withdraw them first, then move them to the trash.',
    },
    'not-empty': { title: 'The library is not empty', next: 'The sample goes into an empty library only.' },
    'no-browser': {
      title: 'Nothing on this computer can make a PDF',
      next: 'Install Chromium, Chrome or Edge, or choose Print and save as PDF.',
    },
    'no-dialogs': { title: 'There is no system dialog here', next: 'Type the path instead.' },
    'plan-changed': {
      title: 'Something was edited since you looked',
      next: 'Look at what would go out again, then confirm.',
    },
    'mass-removal': {
      title: 'This would remove many pages',
      next: 'Check the list, then tick “Allow removing many pages”.',
    },
    finished: { title: 'The job is over already', next: 'See its result.' },
    trashed: { title: 'The article is in the trash', next: 'Restore it first.' },
    'not-approved': {
      title: 'Not everything is approved as it is now',
      next: 'Have it approved in the review panel, or switch off “Publish only what is approved” in the settings.',
    },
    'not-yours': {
      title: 'These are somebody else’s words',
      next: 'Answer them instead.',
    },
    running: { title: 'That is under way already', next: 'Wait until it is done, or cancel it first.' },
    busy: { title: 'That is busy', next: 'Wait until it is done and try again.' },
    current: { title: 'That is the current version', next: 'There is nothing to roll back.' },
    exists: { title: 'The file exists already', next: 'Choose another name or place.' },
    'folder-not-empty': {
      title: 'The folder holds other files',
      next: 'Choose an empty folder, so that nothing is overwritten.',
    },
    'has-schedules': {
      title: 'Articles are scheduled to this target',
      next: 'Unschedule them first, then remove the target.',
    },
    'no-sample': {
      title: 'The sample library is missing',
      next: 'Install Galley again, or start from an empty library.',
    },
    'not-in-trash': {
      title: 'The article is not in the trash',
      next: 'Only what is in the trash can be deleted.',
    },
    'not-scheduled': {
      title: 'The article is not scheduled',
      next: 'It may just have been published; look again.',
    },
    'outside-library': {
      title: 'The file is outside the library and the targets',
      next: 'Only files of the library and of targets can be shown.',
    },
    succeeded: { title: 'The job has succeeded already', next: 'There is nothing to try again.' },
    superseded: { title: 'A later publication took its place', next: 'See the newest job.' },
    transition: { title: 'Its state does not allow that', next: 'Change the state of the article first.' },
    'version-gone': {
      title: 'That version is no longer kept',
      next: 'Choose one that can still be put back.',
    },
  },
  STORAGE: {
    'disk-full': {
      title: 'The disk is full',
      next: 'Free some space and try again; what was saved is safe.',
    },
    'read-only': {
      title: 'The folder cannot be written to',
      next: 'Check the permissions of the library’s folder.',
    },
    io: {
      title: 'The disk could not be read or written',
      next: 'Check the disk or its cable, then try again.',
    },
    corrupt: {
      title: 'The library may be damaged',
      next: 'Make a backup, then check the library under Settings › Library.',
    },
    locked: {
      title: 'The library is in use',
      next: 'Try again shortly, or close other programs that use the same library.',
    },
  },
}
