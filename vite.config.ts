import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/desk',
  base: '/desk/',
  plugins: [react()],
  html: { cspNonce: 'NONCE' },
  build: { outDir: '../../dist/desk', emptyOutDir: true, manifest: true, chunkSizeWarningLimit: 1200 },
})
