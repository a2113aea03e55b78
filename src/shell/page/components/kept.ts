import { Component, type ComponentClass, type ComponentType, h } from 'preact';
import { differ } from './differ.ts';

/**
 * A component that is drawn again only when something that it is given is another thing, not whenever what holds it is: of five
 * hundred cards two are, after a click.
 */
export function kept<P extends object>(View: ComponentType<P>): ComponentClass<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      return differ(this.props, next);
    }
    override render() {
      return h(View, this.props);
    }
  };
}
