import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from './serve.mjs'

describe('the small server', () => {
  let house: string
  let server: Awaited<ReturnType<typeof serve>>

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), 'lotse-serve-'))
    await mkdir(join(house, 'dist/assets'), { recursive: true })
    await writeFile(join(house, 'secret.txt'), 'outside')
    await writeFile(join(house, 'dist/index.html'), '<!doctype html>')
    await writeFile(join(house, 'dist/assets/board-4f2a.js'), 'export {}')
    server = await serve(join(house, 'dist'))
  })
  afterAll(async () => {
    await server.stop()
    await rm(house, { recursive: true })
  })

  /** Asks by hand: every ordinary client would tidy the path before it is sent. */
  const ask = (path: string): Promise<string> =>
    new Promise(resolve => {
      let answer = ''
      const line = connect(server.port, '127.0.0.1', () =>
        line.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
      )
      line.on('data', part => (answer += String(part)))
      line.on('close', () => resolve(answer))
    })

  it.each([
    ['/', '200 OK', 'text/html; charset=utf-8', 'no-cache'],
    ['/?utm=1', '200 OK', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/board-4f2a.js', '200 OK', 'text/javascript; charset=utf-8', 'immutable'],
  ])('serves %s', async (path, status, type, caching) => {
    const answer = await ask(path)
    expect(answer).toContain(`HTTP/1.1 ${status}`)
    expect(answer).toContain(`Content-Type: ${type}`)
    expect(answer).toContain(caching)
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/%00',
    '/%zz',
    '/assets',
  ])('finds nothing at %s', async path => {
    const answer = await ask(path)
    expect(answer).toContain('HTTP/1.1 404')
    expect(answer).not.toContain('outside')
  })

  it('is gone when the plug is pulled, and back at the same address', async () => {
    await server.stop()
    await expect(fetch(server.address)).rejects.toThrow('fetch failed')
    await server.start()
    expect((await fetch(server.address)).status).toBe(200)
  })
})
