package io.qpf.render;

import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.SpecMustacheFactory;
import com.github.mustachejava.SpecMustacheVisitor;
import com.github.mustachejava.TemplateContext;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;

/** The engine, made strict: names resolve from the pack's root, nothing is HTML-escaped, views are read by {@link ViewHandler}. */
final class StrictMustacheFactory extends SpecMustacheFactory {
    private final TemplateSource templates;

    StrictMustacheFactory(TemplateSource templates) {
        this.templates = templates;
        setObjectHandler(new ViewHandler());
    }

    @Override
    public MustacheVisitor createMustacheVisitor() {
        return new Visitor();
    }

    /** Looks for a partial where it is named: afterwards nobody knows the line. */
    private final class Visitor extends SpecMustacheVisitor {
        Visitor() {
            super(StrictMustacheFactory.this);
        }

        @Override
        public void partial(TemplateContext place, String name, String indent) {
            templates.refusal(name).ifPresent(why -> {
                throw new RenderException(
                        new TemplateFault(place.file(), place.line(), name, why, templates.partials(name)));
            });
            super.partial(place, name, indent);
        }
    }

    @Override
    public Reader getReader(String name) {
        return new StringReader(templates.read(name));
    }

    /** A partial is named from the root as well, wherever the template that uses it lies. */
    @Override
    public String resolvePartialPath(String folder, String name, String extension) {
        return TemplateSource.file(name);
    }

    @Override
    public void encode(String value, Writer writer) {
        try {
            writer.write(value);
        } catch (IOException e) {
            throw new MustacheException("Failed to write", e);
        }
    }
}
