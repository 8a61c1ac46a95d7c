import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '#shared/contract/library.ts'
import { backupsFolder } from '../database/open-library.ts'

const dailyKept = 7
const daily = /^daily-\d{4}-\d{2}-\d{2}\.db$/

/** `daily-2026-03-02.db`: the day in the machine's time zone. */
export const dailyName = (time: number): string => `daily-${new Date(time).toLocaleDateString('sv')}.db`

/** `galley-20260302-090000.tar` */
export function archiveName(time: number): string {
  const [date = '', clock = ''] = new Date(time).toLocaleString('sv').split(' ')
  return `galley-${date.replaceAll('-', '')}-${clock.replaceAll(':', '')}.tar`
}

/** What lies in the library's folder of backups, newest first. */
export async function listBackups(libraryFolder: string): Promise<Backup[]> {
  const folder = backupsFolder(libraryFolder)
  const names = (await readdir(folder)).filter((name) => /^[^.].*\.(tar|db)$/.test(name))
  const found = await Promise.all(
    names.map(async (name): Promise<Backup[]> => {
      const file = join(folder, name)
      const facts = await stat(file).catch(() => null)
      return facts ? [{ file, bytes: facts.size, createdAt: Math.round(facts.mtimeMs) }] : []
    }),
  )
  return found.flat().sort((a, b) => b.createdAt - a.createdAt || b.file.localeCompare(a.file))
}

/** Removes all but the newest daily copies, and what a backup left that was cut off. */
export async function tidyBackups(libraryFolder: string): Promise<void> {
  const folder = backupsFolder(libraryFolder)
  const names = await readdir(folder)
  const old = names
    .filter((name) => daily.test(name))
    .sort()
    .slice(0, -dailyKept)
  const leftovers = names.filter((name) => name.startsWith('.') || name.endsWith('.tmp'))
  for (const name of [...old, ...leftovers]) await rm(join(folder, name), { recursive: true, force: true })
}
