export const APP_ID = 'com.channelworkbench.desktop'
export const PRODUCT_NAME = 'Channel Workbench'
/** Links of this scheme open a record in the window, and do nothing else. */
export const LINK_SCHEME = 'channel-workbench'
