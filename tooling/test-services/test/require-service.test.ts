import { afterEach, describe, expect, it, vi } from 'vitest'
import { MissingServiceError, requireService, startSecretsManager } from '../src/index.ts'

describe('a service that is nowhere to be found', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('is a reason to skip, which says how to get it', async () => {
    vi.stubEnv('PATH', '/nonexistent')
    vi.stubEnv('CI', '')
    vi.stubEnv('TEST_SECRETS_MANAGER_URL', '')
    const reason = await requireService('secrets-manager')
    expect(reason).toContain("pip install 'moto[server]'")
    expect(reason).toContain('TEST_SECRETS_MANAGER_URL')
    expect(reason).toContain('docker compose up')
    await expect(startSecretsManager()).rejects.toThrow(MissingServiceError)
  })

  it('is a failure under CI=true', async () => {
    vi.stubEnv('PATH', '/nonexistent')
    vi.stubEnv('CI', 'true')
    vi.stubEnv('TEST_SECRETS_MANAGER_URL', '')
    await expect(requireService('secrets-manager')).rejects.toThrow(MissingServiceError)
  })

  it('is not looked for when the environment names a server', async () => {
    vi.stubEnv('PATH', '/nonexistent')
    vi.stubEnv('CI', 'true')
    vi.stubEnv('TEST_SECRETS_MANAGER_URL', 'http://127.0.0.1:1')
    expect(await requireService('secrets-manager')).toBeUndefined()
    expect(await startSecretsManager()).toMatchObject({ endpoint: 'http://127.0.0.1:1', managed: false })
    await expect(requireService('secrets-manager', { throwaway: true })).rejects.toThrow(MissingServiceError)
  })
})
