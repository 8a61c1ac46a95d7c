const en = {
  description: 'Galley, the editorial workstation, without a window.',
  usage: 'Usage:',
  options: 'Options:',
  commands: 'Commands:',
  arguments: 'Arguments:',
  library: 'folder of the library',
  json: 'print one machine-readable object on standard output',
  help: 'show this help',
  version: 'show the version',
  import: 'make drafts of saved pages, Markdown, HTML and text files',
  importFiles: 'files to import',
  related: 'also make drafts of the entries below an article (相关文章, 最新帖子)',
  publish:
    'publish to a folder what is approved, scheduled and due, or changed; the site is in <folder>/current',
  to: 'folder to publish to',
  all: 'publish every article that is not in the trash and was not withdrawn',
  allowMassRemoval: 'publish also when more than half of the site would go',
  serve: 'serve a published folder on 127.0.0.1 and count its readers',
  port: 'port; 0 picks a free one',
  target: 'name of the target, where there are several',
  serveTo: 'folder of the target, where there are several',
  stats: 'show the readership figures',
  days: 'how many days, today included',
  check: 'check database, search index and pictures',
  backup: 'write the library into one archive',
  backupTo: 'file to write; by default in backups/ of the library',
  restore: 'make a library of a backup; the folder must be new or empty',
  archive: 'archive made by backup',
  exitCodes: `
Exit codes:
  0    done
  1    failed; nothing was changed, or what was done before the error stays whole
  2    the command line is wrong
  3    the library cannot be opened: in use, of a newer Galley, damaged, missing or not writable
  4    partly done: some files were not imported, or the check found problems
  130  interrupted

Progress goes to standard error, results to standard output.`,
  missingLibrary: (folder: string) => `There is no library at ${folder}.`,
  imported: (count: number) => `Imported: ${count}`,
  notImported: (file: string, reason: string) => `Not imported: ${file} (${reason})`,
  nothingToPublish: 'Nothing to publish: the site is up to date.',
  published: (articles: number, added: number, changed: number, removed: number, site: string) =>
    `Published: ${articles} articles; files: ${added} added, ${changed} changed, ${removed} removed\n${site}`,
  serving: (url: string) => `Serving ${url} (Ctrl+C ends it)`,
  noTarget: 'The library has no target yet: publish first.',
  whichTarget: (names: string) => `Several targets: choose one with --target or --to. ${names}`,
  views: 'Views',
  visitors: 'Visitors',
  readDepth: 'Read depth',
  readSeconds: 'Reading time',
  seconds: 's',
  topArticles: 'Top articles',
  categories: 'Categories',
  referrers: 'Referrers',
  direct: '(direct)',
  uncategorised: '(none)',
  sound: 'The library is sound.',
  backedUp: (file: string) => `Backup: ${file}`,
  restored: (articles: number, folder: string) => `Restored: ${articles} articles in ${folder}`,
  interrupted: 'Interrupted.',
  step: { rendering: 'Rendering', writing: 'Writing', switching: 'Switching' } as Record<string, string>,
  importing: 'Importing',
  export: 'write every article that is not in the trash as a file, pictures beside them',
  exportFolder: 'the folder to write into; made when missing',
  exportFormat: 'what the files are',
  exporting: 'Exporting',
  exported: (count: number, folder: string) => `Exported: ${count} articles in ${folder}`,
  reasons: {
    'folder-not-writable': 'The folder cannot be written to. Choose another or change its permissions.',
    'folder-not-empty': 'The folder holds other files. Choose an empty one.',
    'folder-inside-library': 'The folder lies in the library, or the other way round. Choose one outside.',
    'foreign-folder': 'Another library publishes to this folder. Choose another.',
    'folder-missing': 'The folder is not there. Plug in its disk, or make it.',
    'mass-removal': 'More than half of the site would go. If that is meant: --allow-mass-removal.',
    'disk-full': 'The disk is full. Make room and try again; nothing was lost.',
    'read-only': 'It is read-only. Make it writable and try again; nothing was lost.',
    'plan-changed': 'The articles changed meanwhile. Try again.',
    'port-in-use': 'Another program uses that port. Choose another with --port.',
    'not-a-backup': 'That file is not a backup of Galley.',
    'backup-damaged': 'The backup is damaged or cut off.',
    exists: 'The file is there already. Choose another name.',
    theme: 'The theme has an error.',
  } as Record<string, string>,
}

export type Texts = typeof en

const zh: Texts = {
  description: 'Galley 编辑台的命令行。',
  usage: '用法:',
  options: '选项:',
  commands: '命令:',
  arguments: '参数:',
  library: '稿库文件夹',
  json: '在标准输出打印一个机器可读的对象',
  help: '显示帮助',
  version: '显示版本',
  import: '把保存的网页、Markdown、HTML 和文本文件导入为草稿',
  importFiles: '要导入的文件',
  related: '同时为文末条目(相关文章、最新帖子)建立草稿',
  publish: '把已通过、定时已到或已修改的稿件发布到文件夹;网站位于 <folder>/current',
  to: '发布到的文件夹',
  all: '发布所有不在回收站且未撤稿的稿件',
  allowMassRemoval: '即使网站会少掉一半以上也发布',
  serve: '在 127.0.0.1 上提供已发布的文件夹,并统计阅读',
  port: '端口;0 表示任选空闲端口',
  target: '有多个发布目标时:目标名称',
  serveTo: '有多个发布目标时:目标文件夹',
  stats: '显示阅读数据',
  days: '天数,含今天',
  check: '检查数据库、搜索索引和图片',
  backup: '把稿库写成一个归档文件',
  backupTo: '要写的文件;默认在稿库的 backups/ 中',
  restore: '从备份恢复稿库;文件夹须为新建或为空',
  archive: 'backup 生成的归档文件',
  exitCodes: `
退出码:
  0    完成
  1    失败;没有改动,或出错前已完成的部分保持完整
  2    命令行有误
  3    稿库无法打开:正被使用、版本较新、已损坏、不存在或不可写
  4    部分完成:有文件未能导入,或检查发现问题
  130  被中断

进度写到标准错误,结果写到标准输出。`,
  missingLibrary: (folder) => `${folder} 中没有稿库。`,
  imported: (count) => `已导入:${count}`,
  notImported: (file, reason) => `未导入:${file}(${reason})`,
  nothingToPublish: '没有要发布的内容:网站已是最新。',
  published: (articles, added, changed, removed, site) =>
    `已发布:${articles} 篇;文件:新增 ${added}、修改 ${changed}、移除 ${removed}\n${site}`,
  serving: (url) => `正在提供 ${url}(Ctrl+C 结束)`,
  noTarget: '稿库还没有发布目标:请先发布。',
  whichTarget: (names) => `有多个发布目标,请用 --target 或 --to 选择。${names}`,
  views: '阅读',
  visitors: '访客',
  readDepth: '阅读深度',
  readSeconds: '阅读时长',
  seconds: '秒',
  topArticles: '阅读最多',
  categories: '栏目',
  referrers: '来源',
  direct: '(直接访问)',
  uncategorised: '(未分类)',
  sound: '稿库完好。',
  backedUp: (file) => `备份:${file}`,
  restored: (articles, folder) => `已恢复:${articles} 篇,位于 ${folder}`,
  interrupted: '已中断。',
  step: { rendering: '生成', writing: '写入', switching: '切换' },
  importing: '导入',
  export: '把所有不在回收站的稿件写成文件,图片放在旁边',
  exportFolder: '要写入的文件夹;不存在则新建',
  exportFormat: '文件格式',
  exporting: '导出',
  exported: (count, folder) => `已导出:${count} 篇,位于 ${folder}`,
  reasons: {
    'folder-not-writable': '文件夹不可写。请换一个,或修改权限。',
    'folder-not-empty': '文件夹里有其他文件。请选择空文件夹。',
    'folder-inside-library': '文件夹与稿库互相包含。请选择稿库之外的文件夹。',
    'foreign-folder': '另一个稿库正在发布到这个文件夹。请换一个。',
    'folder-missing': '文件夹不存在。请接上它所在的磁盘,或新建它。',
    'mass-removal': '网站会少掉一半以上。如果确实要这样:--allow-mass-removal。',
    'disk-full': '磁盘已满。请腾出空间后重试;没有丢失任何内容。',
    'read-only': '目标只读。请改为可写后重试;没有丢失任何内容。',
    'plan-changed': '稿件刚刚有改动。请重试。',
    'port-in-use': '端口已被占用。请用 --port 换一个。',
    'not-a-backup': '这个文件不是 Galley 的备份。',
    'backup-damaged': '备份已损坏或不完整。',
    exists: '文件已存在。请换一个名字。',
    theme: '主题有错误。',
  },
}

/** In the language that the terminal speaks. */
export function textsFor(env: NodeJS.ProcessEnv): Texts {
  const language = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return language.toLowerCase().startsWith('zh') ? zh : en
}
