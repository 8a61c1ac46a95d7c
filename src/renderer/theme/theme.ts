import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Menu,
  Modal,
  mergeThemeOverrides,
  NavLink,
  Notification,
  NumberInput,
  Popover,
  SegmentedControl,
  Select,
  Switch,
  Table,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'

/** Seal red: the one accent. Shade 7 carries white text on light, shade 4 is text on dark. */
const vermilion: MantineColorsTuple = [
  '#fdf1ee',
  '#f9ddd6',
  '#f3b9ac',
  '#ee9884',
  '#ec8a75',
  '#dc5c43',
  '#c8452c',
  '#b03821',
  '#932d1a',
  '#752213',
]

/** Warm greys, from paper to ink. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f3f1ed',
  '#e8e5df',
  '#dbd7cf',
  '#c3beb4',
  '#8d877d',
  '#68625a',
  '#4b4640',
  '#322f2a',
  '#211f1b',
]

const dark: MantineColorsTuple = [
  '#dedad3',
  '#c0bbb2',
  '#a49e94',
  '#6d685f',
  '#47433d',
  '#393631',
  '#2a2825',
  '#201e1c',
  '#181715',
  '#100f0e',
]

const sans =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'

export const serif =
  'Georgia, "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", SimSun, "Times New Roman", serif'

const theme = createTheme({
  colors: { vermilion, gray, dark },
  primaryColor: 'vermilion',
  primaryShade: { light: 7, dark: 6 },
  black: '#211f1b',
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '6px', sm: '10px', md: '16px', lg: '22px', xl: '32px' },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  shadows: {
    xs: '0 1px 2px rgb(33 31 27 / 6%)',
    sm: '0 2px 6px rgb(33 31 27 / 8%)',
    md: '0 4px 14px rgb(33 31 27 / 10%)',
    lg: '0 8px 24px rgb(33 31 27 / 12%)',
    xl: '0 14px 40px rgb(33 31 27 / 16%)',
  },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
    Alert: Alert.extend({ defaultProps: { radius: 'sm', p: 'sm' } }),
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Menu: Menu.extend({
      // The first item takes the focus: a placeholder for it is no child that a menu may have.
      defaultProps: { shadow: 'md', withinPortal: true, withInitialFocusPlaceholder: false },
    }),
    Modal: Modal.extend({
      defaultProps: { radius: 'md', shadow: 'xl', overlayProps: { backgroundOpacity: 0.35 }, padding: 'md' },
      styles: { title: { fontWeight: 600, fontSize: '15px' } },
    }),
    NavLink: NavLink.extend({ defaultProps: { py: 5 } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs' } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    SegmentedControl: SegmentedControl.extend({
      // Mantine's own track has the colour of our panels in the dark.
      styles: { root: { backgroundColor: 'var(--galley-track)' } },
      vars: () => ({ root: { '--sc-color': 'var(--galley-thumb)' } }),
    }),
    Select: Select.extend({ defaultProps: { size: 'xs', checkIconPosition: 'right' } }),
    Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm' } }),
    TagsInput: TagsInput.extend({ defaultProps: { size: 'xs' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
  },
})

/** The surfaces of the desk, beside Mantine's own variables. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--galley-serif': serif },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-error': vermilion[7],
    // Mantine's own are too pale for small text on white.
    '--mantine-color-green-outline': '#1f6b30',
    '--mantine-color-green-light-color': '#1b5e2a',
    '--mantine-color-red-outline': '#a82a20',
    '--mantine-color-red-light-color': '#9b1c1c',
    '--mantine-color-blue-outline': '#1b5fa8',
    '--mantine-color-blue-light-color': '#174f8b',
    '--mantine-color-yellow-light-color': '#714500',
    '--mantine-color-orange-light-color': '#8a3d00',
    '--galley-rail': '#26231f',
    '--galley-rail-text': '#cfc9bf',
    '--galley-rail-hover': '#37332e',
    '--galley-rail-active': '#4a443d',
    '--galley-chrome': gray[0],
    '--galley-sidebar': gray[0],
    '--galley-line': gray[2],
    '--galley-track': gray[1],
    '--galley-thumb': '#ffffff',
    '--galley-hover': '#f6f4f0',
    '--galley-selected': '#fbeae5',
    '--galley-mark': '#fbe3a8',
    '--galley-finding': '#b7791f',
    '--galley-accent-text': vermilion[7],
  },
  dark: {
    '--mantine-color-body': dark[7],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-error': vermilion[4],
    '--galley-rail': dark[9],
    '--galley-rail-text': '#b8b2a8',
    '--galley-rail-hover': dark[6],
    '--galley-rail-active': dark[5],
    '--galley-chrome': dark[8],
    '--galley-sidebar': dark[8],
    '--galley-line': dark[5],
    '--galley-track': dark[6],
    '--galley-thumb': dark[4],
    '--galley-hover': '#262421',
    '--galley-selected': '#3b2722',
    '--galley-mark': '#6b5413',
    '--galley-finding': '#e0a84a',
    '--galley-accent-text': vermilion[4],
  },
})

/** Buttons that Mantine draws by itself get their names here, once for all dialogs. */
export function themeInLanguage({ close }: { close: string }) {
  const defaultProps = { closeButtonProps: { 'aria-label': close } }
  return mergeThemeOverrides(
    theme,
    createTheme({
      components: {
        Modal: Modal.extend({ defaultProps }),
        Drawer: Drawer.extend({ defaultProps }),
        Notification: Notification.extend({ defaultProps }),
      },
    }),
  )
}
