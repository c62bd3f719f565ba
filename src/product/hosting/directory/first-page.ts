/** What a new site shows until its owner puts something else there. The domain has letters, digits, hyphens and dots only. Pure. */
export const firstPage = (domain: string): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${domain}</title>
<style>
body { font: 1.125rem/1.6 system-ui, sans-serif; margin: 0; padding: 15vh 1.5rem; color: #1c2430; background: #f6f7f9; }
main { max-width: 36rem; margin: auto; }
@media (prefers-color-scheme: dark) { body { color: #e6e9ee; background: #14181f; } }
</style>
</head>
<body>
<main>
<h1>${domain}</h1>
<p>Situs ini sedang disiapkan.</p>
<p lang="en">This site is being prepared.</p>
</main>
</body>
</html>
`;
