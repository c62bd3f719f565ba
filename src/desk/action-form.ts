import { form, hiddenField } from '../ui/index.ts';
import type { Content, Html } from '../ui/index.ts';
import type { RequestPage } from './request-context.ts';

/** A form that acts on the request: it carries the version the official saw, so that nobody overwrites another's step. */
export function actionForm(
  { lang, csrf, view, kept }: RequestPage,
  props: { readonly children: Content; readonly action?: string; readonly multipart?: boolean },
): Html {
  const again = kept === null ? '' : `?simpanan=${kept.id}`;
  return form({
    lang,
    csrf,
    action: `/meja/permohonan/${view.state.number}${again}`,
    ...(props.multipart === undefined ? {} : { multipart: props.multipart }),
    children: [
      hiddenField('version', view.state.version),
      props.action !== undefined && hiddenField('action', props.action),
      props.children,
    ],
  });
}
