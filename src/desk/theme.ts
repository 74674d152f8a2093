import type { ThemeConfig } from 'antd'

/** The desk's look: system fonts, one accent; red only for what is late or refused, amber for near, green for done. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f4e8c',
    colorLink: '#1f4e8c',
    colorError: '#b3261e',
    colorWarning: '#8a5300',
    colorSuccess: '#1e6b34',
    colorTextDescription: '#595959',
    colorTextPlaceholder: '#6b6b6b',
    colorTextDisabled: '#6b6b6b',
    colorTextQuaternary: '#6b6b6b',
    colorTextTertiary: '#595959',
    fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif',
    fontSize: 14,
    lineHeight: 1.57,
    borderRadius: 4,
    motion: false,
  },
}
