/** `npm run build`: the web client, built anew. */
import { buildWeb, giveUp, install } from './bootstrap.mjs'

await install()
if (!(await buildWeb({ force: true }))) giveUp('The web client could not be built (see above).')
