import type { Migration } from '../migrate.ts'
import { library } from './0010-library.ts'
import { site } from './0030-site.ts'

/** In order; never edit one that has shipped. */
export const migrations: readonly Migration[] = [library, site]
