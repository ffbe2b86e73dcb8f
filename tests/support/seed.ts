/** The seed of this run: `MOOT_SEED=… pnpm test:system` repeats one that failed. */
export const seed = Number(process.env['MOOT_SEED'] ?? Date.now() % 1_000_000_007)
