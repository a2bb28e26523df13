/** How many changed bytes a test looks at; `npm run endure` asks for a million. */
export const mutations = Number(process.env['MUTATIONS'] ?? 50_000)
