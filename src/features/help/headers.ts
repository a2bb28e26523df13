/** What a web server should send along, as the page for IT shows it. The policy is the page's own and, as only a header can, forbids frames. */
export const headers: readonly (readonly [name: string, value: string])[] = [
  [
    'Content-Security-Policy',
    [
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
      "frame-ancestors 'none'",
    ].join('; '),
  ],
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cache-Control', 'no-cache'],
]

const each = (line: (name: string, value: string) => string): string =>
  headers.map(([name, value]) => line(name, value)).join('\n')

export const headerLines = each((name, value) => `${name}: ${value}`)

const apache = `<Location "/lotse/">
${each((name, value) => `  Header always set ${name} "${value}"`)}
</Location>
AddType application/manifest+json .webmanifest`

const nginx = `# mime.types: application/manifest+json webmanifest;
location /lotse/ {
  index index.html;
${each((name, value) => `  add_header ${name} "${value}" always;`)}
}`

const iis = `<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".webmanifest" />
      <mimeMap fileExtension=".webmanifest" mimeType="application/manifest+json" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
${each((name, value) => `        <add name="${name}" value="${value}" />`)}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
</configuration>`

export const servers = { apache, nginx, iis } as const
