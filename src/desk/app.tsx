import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { Refused } from './client.ts'
import { routes } from './routes.tsx'
import { theme } from './theme.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (times, cause) => times < 2 && (!(cause instanceof Refused) || cause.status === 0),
    },
  },
})
const router = createBrowserRouter(routes)

/** The number that lets this page's own styles through the content policy; a fresh one for every page. */
function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
}

/** The staff workbench. */
export function Desk() {
  return (
    <ConfigProvider locale={zhCN} theme={theme} csp={{ nonce: nonce() }} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queries}>
        <App>
          <RouterProvider router={router} />
        </App>
      </QueryClientProvider>
    </ConfigProvider>
  )
}
