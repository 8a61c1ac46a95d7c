import { drawnPicture, movingGif, pictureFile } from '../helpers/pictures.ts'
import { publishAll } from '../helpers/publish-all.ts'
import { renditionsMade } from '../helpers/renditions-made.ts'
import { expectAccessible } from './accessibility.ts'
import { articlePage } from './article-page.ts'
import { test as testAlone } from './fixtures.ts'
import { expect, test } from './shared-desk.ts'

const pictureUpload = async (seed: number, name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: await drawnPicture(seed, 600, 400).png().toBuffer(),
})

testAlone(
  'pictures are uploaded, found, described, edited, replaced everywhere and cleared away',
  async ({ desk: { page, client, libraryFolder } }) => {
    await page.goto(new URL('/#/media', page.url()).href)
    await expect(page.getByText('还没有图片')).toBeVisible()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        await pictureUpload(1, '大桥.png'),
        await pictureUpload(2, '车站.png'),
        { name: '坏的.png', mimeType: 'image/png', buffer: Buffer.from('不是图片') },
      ])
    await expect(page.getByText('已上传 2 张 · 1 张没能上传')).toBeVisible()
    await expect(page.getByText('坏的.png：文件不是图片', { exact: false })).toBeVisible()
    await page.getByRole('button', { name: '知道了' }).click()
    const { items } = await client.media.list({ query: '大桥' })
    const bridge = items[0]
    if (!bridge) throw new Error('nothing was uploaded')
    const write = (title: string) =>
      client.articles.create({
        title,
        cover: bridge.id,
        doc: {
          type: 'doc',
          content: [{ type: 'image', attrs: { media: bridge.id, alt: '桥', width: 600, height: 400 } }],
        },
      })
    const article = await write('通车首日')
    await write('大桥十年')

    // By keyboard: from the field into the grid, to a picture and into its details.
    await page.keyboard.press('/')
    const search = page.getByRole('searchbox', { name: '搜索文件名' })
    await expect(search).toBeFocused()
    await search.fill('大桥')
    await expect(page.getByRole('gridcell')).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const details = page.getByRole('complementary', { name: '图片详情' })
    await expect(details.getByRole('button', { name: /通车首日/ })).toContainText('正文 · 封面')
    await details.getByLabel('替代文字').fill('夜色中的大桥')
    await details.getByLabel('替代文字').blur()
    await expect.poll(async () => (await client.media.get({ id: bridge.id })).alt).toBe('夜色中的大桥')
    await expectAccessible(page)

    await details.getByRole('button', { name: '裁切、旋转、焦点…' }).click()
    const dialog = page.getByRole('dialog', { name: '修改图片' })
    await dialog.getByRole('button', { name: '向右旋转' }).click()
    await expect(dialog.getByText('400 × 600')).toBeVisible()
    await expectAccessible(page)
    // Pushed together, the cut can still be pulled apart.
    const corner = dialog.locator('.ReactCrop__drag-handle.ord-se')
    const size = dialog.getByText(/^\d+ × \d+$/)
    for (const away of [-1000, 200]) {
      const before = await size.innerText()
      await corner.hover()
      await page.mouse.down()
      const { x = 0, y = 0 } = (await corner.boundingBox()) ?? {}
      await page.mouse.move(Math.max(1, x + away), Math.max(1, y + away), { steps: 2 })
      await page.mouse.up()
      await expect(size).not.toHaveText(before)
    }
    await dialog.getByRole('button', { name: '还原' }).click()
    await dialog.getByRole('button', { name: '向右旋转' }).click()
    await expect(dialog.getByText('400 × 600')).toBeVisible()
    await dialog.getByRole('button', { name: '替换全部 2 篇' }).click()
    await expect(page.getByText('已替换 2 篇稿件中的图片')).toBeVisible()
    const turned = (await client.articles.get({ id: article.id })).cover
    expect(turned).not.toBe(bridge.id)
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(page.getByText('已换回 2 篇')).toBeVisible()
    expect((await client.articles.get({ id: article.id })).cover).toBe(bridge.id)

    // Kept versions still show the turned one; the station is shown nowhere.
    await search.fill('')
    await page.getByRole('combobox', { name: '筛选' }).click()
    await page.getByRole('option', { name: '未使用' }).click()
    await expect(page.getByRole('gridcell')).toHaveCount(1)
    await page.getByRole('gridcell', { name: /车站/ }).click()
    await page.getByRole('grid').focus()
    await page.keyboard.press('Delete')
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await expect(page.getByText('没有符合条件的图片')).toBeVisible()
    await expect(details).toBeHidden()

    await renditionsMade(client)
    const { targetId } = await publishAll(client, { folder: `${libraryFolder}-site` })
    const { url } = await client.server.start({ targetId })
    const { path } = await client.publishing.address({ articleId: article.id })
    await page.goto(new URL(path ?? '', url ?? '').href)
    const shown = page.locator('[data-body] picture')
    await expect(shown.locator('source').first()).toHaveAttribute('srcset', /-480-1\.avif 480w/)
    await expect
      .poll(() => shown.locator('img').evaluate((img: HTMLImageElement) => img.currentSrc))
      .toMatch(/-480-1\.avif$|-600-1\.avif$/)
  },
)

test('a picture of the library is put into the text with its words, and look-alikes are merged', async ({
  desk: { page, client },
}) => {
  const upload = async (image: Parameters<typeof pictureFile>[0], name: string) =>
    client.media.upload({ file: await pictureFile(image, name) })
  const large = await upload(drawnPicture(3, 600, 400).png(), '港口.png')
  const small = await upload(drawnPicture(3, 600, 400).resize(300).jpeg(), '港口-小.jpg')
  await upload(movingGif(), '动图.gif')
  await client.media.update({
    id: large.id,
    changes: { alt: '港口全景', caption: '清晨', credit: '图/本刊' },
  })
  const { id } = await client.articles.create({ title: '港口' })
  await page.goto(new URL(`/#/articles/${id}`, page.url()).href)
  await articlePage(page).body.click()
  await page.getByRole('button', { name: '插入', exact: true }).click()
  await page.getByRole('menuitem', { name: '从图片库插入' }).click()
  const picker = page.getByRole('dialog', { name: '从图片库插入' })
  await picker.getByRole('searchbox').fill('港口.png')
  await expect(picker.getByRole('gridcell')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(picker).toBeHidden()
  await expect
    .poll(
      async () =>
        (await client.articles.get({ id })).doc.content?.find(({ type }) => type === 'image')?.attrs,
    )
    .toMatchObject({ media: large.id, alt: '港口全景', caption: '清晨 图/本刊' })

  await renditionsMade(client)
  await page.goto(new URL('/#/media', page.url()).href)
  await page.getByRole('button', { name: '查找重复' }).click()
  const dialog = page.getByRole('dialog', { name: '看起来相同的图片' })
  await expect(dialog.getByRole('radio')).toHaveCount(2)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '合并' }).click()
  await expect(dialog.getByRole('button', { name: '已合并' })).toBeVisible()
  await expect(client.media.get({ id: small.id })).rejects.toThrow()
})

test('while another window adds and deletes, the chosen and the keys stay on their pictures', async ({
  desk: { page, client },
}) => {
  const upload = async (seed: number) =>
    client.media.upload({ file: await pictureFile(drawnPicture(seed, 60, 40).png(), `图${seed}.png`) })
  const [one, two, , , five] = [
    await upload(1),
    await upload(2),
    await upload(3),
    await upload(4),
    await upload(5),
  ]
  await page.goto(new URL('/#/media', page.url()).href)
  const cell = (name: string) => page.getByRole('gridcell', { name: new RegExp(name) })
  const chosen = page.getByRole('grid').locator('[data-selected]')
  await expect(page.getByRole('gridcell')).toHaveCount(5)
  await cell('图4').click()
  await cell('图2').click({ modifiers: ['Shift'] })
  await expect(chosen).toHaveText([/图4/, /图3/, /图2/])
  await client.media.delete({ ids: [two.id] })
  await expect(page.getByText('已选 2 张')).toBeVisible()

  // The keys are on the last one that was clicked, and go with it when a new one comes above.
  await page.keyboard.press('Escape')
  await cell('图3').click()
  await upload(6)
  await expect(page.getByRole('gridcell')).toHaveCount(5)
  await cell('图1').click({ modifiers: ['Shift'] })
  await expect(chosen).toHaveText([/图3/, /图1/])
  await page.keyboard.press('Escape')
  await cell('图5').click()
  await upload(7)
  await expect(page.getByRole('gridcell')).toHaveCount(6)
  await page.getByRole('grid').press('Delete')
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await expect(page.getByRole('gridcell')).toHaveCount(5)
  await expect(client.media.get({ id: five.id })).rejects.toThrow()
  expect(await client.media.get({ id: one.id })).toMatchObject({ fileName: '图1.png' })
})
