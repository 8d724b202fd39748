// A sheet whose work is done.
export const close = id => document.getElementById(id)?.hidePopover();
