// By its file: the package design-tokens has the names with the hashes of another release than ours of the components.
import {
  colorBackgroundButtonNormalHover,
  colorBackgroundButtonPrimaryDefault,
  colorBackgroundContainerContent,
  colorBackgroundLayoutMain,
  colorBorderDividerDefault,
  colorBorderInputDefault,
  colorBorderItemFocused,
  colorTextBodyDefault,
  colorTextBodySecondary,
  colorTextButtonPrimaryDefault,
  colorTextLinkDefault,
  colorTextStatusError,
  colorTextStatusSuccess,
  colorTextStatusWarning,
} from '../../node_modules/@cloudscape-design/components/internal/generated/styles/tokens.js';

/** Cloudscape's colour, and until a page brings Cloudscape's style sheet one of Connect's own. */
const colour = (token: string, light: string, dark: string) => token.replace(/,[^,]*\)$/, `, light-dark(${light}, ${dark}))`);

/** Colours under names for our style sheets; they follow the theme and the mode. */
export const frameTokens: Record<`--${string}`, string> = {
  '--background': colour(colorBackgroundLayoutMain, '#ffffff', '#161d26'),
  '--background-container': colour(colorBackgroundContainerContent, '#ffffff', '#161d26'),
  '--background-hover': colour(colorBackgroundButtonNormalHover, '#f2fafc', '#1b232d'),
  '--border': colour(colorBorderDividerDefault, '#c6c6cd', '#424650'),
  '--border-control': colour(colorBorderInputDefault, '#8c8c94', '#656871'),
  '--error': colour(colorTextStatusError, '#db0000', '#ff7a7a'),
  '--focus': colour(colorBorderItemFocused, '#077398', '#7ca2bb'),
  '--link': colour(colorTextLinkDefault, '#077398', '#7cc4de'),
  '--primary': colour(colorBackgroundButtonPrimaryDefault, '#077398', '#7cc4de'),
  '--primary-text': colour(colorTextButtonPrimaryDefault, '#ffffff', '#161d26'),
  '--success': colour(colorTextStatusSuccess, '#00802f', '#2bb534'),
  '--text': colour(colorTextBodyDefault, '#0f141a', '#dedee3'),
  '--text-secondary': colour(colorTextBodySecondary, '#424650', '#a4a4ad'),
  '--warning': colour(colorTextStatusWarning, '#855900', '#fbd332'),
};
