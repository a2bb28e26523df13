/**
 * Nothing is loaded, sent or run that did not come with the app. It stands in the page because static hosting in any folder
 * gives no say over headers. `default` is the one Trusted Types policy, see src/pwa/trusted-scripts.ts.
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

/** Vite plugin: the policy as the first element of the built page. The dev server needs inline scripts for hot reload and stays without. */
export const contentSecurityPolicy = () => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: html =>
      html.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`),
  },
})
